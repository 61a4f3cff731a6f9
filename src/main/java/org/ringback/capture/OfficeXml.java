package org.ringback.capture;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What readers of office documents share: XML without anything from outside. */
final class OfficeXml {

    private OfficeXml() {}

    static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    }

    /** The value of an attribute, whatever its prefix is; empty if there is none. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The number in an attribute, up to nine digits; 0 if there is none. */
    static int number(XMLStreamReader xml, String name) {
        String value = attribute(xml, name);
        boolean number = !value.isEmpty()
                && value.length() < 10
                && value.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return number ? Integer.parseInt(value) : 0;
    }
}
