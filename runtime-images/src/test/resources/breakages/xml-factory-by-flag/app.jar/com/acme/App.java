package com.acme;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Parses XML with the parsers that the flags insist on. */
public class App {

  public static void main(String[] args) throws Exception {
    SAXParserFactory.newInstance().newSAXParser();
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader("<a>OK</a>")));
    System.out.println(document.getDocumentElement().getTextContent());
  }
}
