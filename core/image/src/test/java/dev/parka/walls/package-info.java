/**
 * Classes that break the walls of the house, each one of them; the walls' test wants to see that.
 */
package dev.parka.walls;
