package org.ringback.capture;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text of a document or a slide: WordprocessingML and DrawingML of ECMA-376, or content of OpenDocument. */
final class OfficeText {

    private final XMLStreamReader xml;
    private final StringBuilder all = new StringBuilder();
    private final OfficeTable table = new OfficeTable();
    private final List<String> cells = new ArrayList<>();

    /** Where characters go: the line, or the cell of a table. */
    private StringBuilder text = all;

    private int rows;
    private int paragraphs;
    private int texts;

    private OfficeText(XMLStreamReader xml) {
        this.xml = xml;
    }

    static String of(byte[] part) throws XMLStreamException {
        XMLStreamReader xml = OfficeXml.reader(part);
        try {
            return new OfficeText(xml).read();
        } finally {
            xml.close();
        }
    }

    private String read() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin(xml.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (texts > 0) {
                        text.append(xml.getText());
                    }
                }
                default -> {}
            }
        }
        return all.toString();
    }

    /** OpenDocument has its characters in the paragraph itself, the others within it. */
    private boolean isOpenDocument() {
        return xml.getNamespaceURI() != null && xml.getNamespaceURI().contains("opendocument");
    }

    private void begin(String name) {
        switch (name) {
            case "t" -> texts++;
            case "p", "h" -> {
                paragraphs++;
                texts += isOpenDocument() ? 1 : 0;
            }
            case "tab" -> write("\t");
            case "br", "cr", "line-break" -> write("\n");
            case "noBreakHyphen" -> write("-");
            case "s" -> write(" ".repeat(blanks()));
            case "tr", "table-row" -> {
                if (rows++ == 0) {
                    cells.clear();
                }
            }
            case "tc", "table-cell" -> {
                if (rows == 1) {
                    text = new StringBuilder();
                }
            }
            default -> {}
        }
    }

    private void write(String characters) {
        if (paragraphs > 0) {
            text.append(characters);
        }
    }

    private int blanks() {
        String count = OfficeXml.attribute(xml, "c");
        boolean number =
                !count.isEmpty() && count.length() < 4 && count.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return number ? Integer.parseInt(count) : 1;
    }

    private void end(String name) {
        switch (name) {
            case "t" -> texts--;
            case "p", "h" -> {
                paragraphs--;
                texts -= isOpenDocument() ? 1 : 0;
                text.append('\n');
            }
            case "tc", "table-cell" -> {
                if (rows == 1 && cells.size() < OfficeTable.MOST_CELLS) {
                    cells.add(text.toString().stripTrailing());
                }
            }
            case "tbl", "table" -> {
                if (rows == 0) {
                    all.append(table.take());
                }
            }
            case "tr", "table-row" -> {
                if (--rows == 0) {
                    text = all;
                    table.add(cells);
                }
            }
            default -> {}
        }
    }
}
