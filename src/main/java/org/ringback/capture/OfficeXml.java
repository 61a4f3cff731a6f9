package org.ringback.capture;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** XML of office documents, without anything from outside; where it is damaged or cut off, it ends. */
final class OfficeXml extends StreamReaderDelegate {

    private final Runnable damaged;
    private boolean ended;

    private OfficeXml(XMLStreamReader xml, Runnable damaged) {
        super(xml);
        this.damaged = damaged;
    }

    /** @param damaged told if it does not end as it should; the bytes of no part are none */
    static OfficeXml reader(byte[] xml, Runnable damaged) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return new OfficeXml(factory.createXMLStreamReader(new ByteArrayInputStream(xml)), damaged);
        } catch (XMLStreamException e) {
            damaged.run();
            OfficeXml nothing = new OfficeXml(null, damaged);
            nothing.ended = true;
            return nothing;
        }
    }

    @Override
    public boolean hasNext() {
        try {
            return !ended && super.hasNext();
        } catch (XMLStreamException e) {
            return ended();
        }
    }

    @Override
    public int next() {
        try {
            return super.next();
        } catch (XMLStreamException e) {
            ended();
            return XMLStreamConstants.END_DOCUMENT;
        }
    }

    private boolean ended() {
        ended = true;
        damaged.run();
        return false;
    }

    @Override
    public void close() {
        ended = true;
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
