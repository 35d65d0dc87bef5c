class InheritsFromOtherPackage extends other.Base {}

class InheritsInstanceFromOtherPackage extends other.InstanceBase {}
