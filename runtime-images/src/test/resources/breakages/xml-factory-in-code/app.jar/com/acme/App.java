package com.acme;

import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

/** Transforms XML with the transformer that it insists on. */
public class App {

  private static final String STYLE =
      "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
          + "<xsl:output method='text'/>"
          + "<xsl:template match='/'><xsl:value-of select='a/b'/></xsl:template>"
          + "</xsl:stylesheet>";

  public static void main(String[] args) throws Exception {
    System.setProperty(
        "javax.xml.transform.TransformerFactory",
        "com.sun.org.apache.xalan.internal.xsltc.trax.TransformerFactoryImpl");
    Transformer transformer =
        TransformerFactory.newInstance()
            .newTransformer(new StreamSource(new StringReader(STYLE)));
    StringWriter out = new StringWriter();
    transformer.transform(
        new StreamSource(new StringReader("<a><b>OK</b></a>")), new StreamResult(out));
    System.out.println(out);
  }
}
