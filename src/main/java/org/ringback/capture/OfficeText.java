package org.ringback.capture;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;

/** The text of a document or a slide: WordprocessingML and DrawingML of ECMA-376, or content of OpenDocument. */
final class OfficeText {

    private static final int MOST_BLANKS = 999;

    private final OfficeXml xml;
    private final StringBuilder all = new StringBuilder();
    private final OfficeTable table = new OfficeTable();
    private final List<String> cells = new ArrayList<>();

    /** Where characters go: the line, or the cell of a table. */
    private StringBuilder text = all;

    /** How many cells side by side OpenDocument writes once. */
    private int alike = 1;

    private int written;
    private int rows;
    private int paragraphs;
    private int texts;

    private OfficeText(OfficeXml xml) {
        this.xml = xml;
    }

    /** @param damaged told of a part that does not end as it should */
    static String of(byte[] part, Runnable damaged) {
        return new OfficeText(OfficeXml.reader(part, damaged)).read();
    }

    private String read() {
        while (written < OfficeDocument.LARGEST_TEXT && xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin(xml.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (texts > 0) {
                        append(xml.getText());
                    }
                }
                default -> {}
            }
        }
        // A table in which the bound was reached, or the end of what is there.
        return all.append(table.take()).toString();
    }

    private void append(String characters) {
        text.append(characters);
        written += characters.length();
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
            // Where a tabulator stops is told by the same name, with a position.
            case "tab" -> write(OfficeXml.attribute(xml, "pos").isEmpty() ? "\t" : "");
            case "br", "cr", "line-break" -> write("\n");
            case "noBreakHyphen" -> write("-");
            case "s" -> write(" ".repeat(Math.clamp(OfficeXml.number(xml, "c"), 1, MOST_BLANKS)));
            case "tr", "table-row" -> {
                if (rows++ == 0) {
                    cells.clear();
                }
            }
            case "tc", "table-cell" -> {
                if (rows == 1) {
                    text = new StringBuilder();
                    alike = Math.max(1, OfficeXml.number(xml, "number-columns-repeated"));
                }
            }
            default -> {}
        }
    }

    private void write(String characters) {
        if (paragraphs > 0) {
            append(characters);
        }
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
                String cell = text.toString().stripTrailing();
                for (int i = 0; rows == 1 && i < alike && cells.size() < OfficeTable.MOST_CELLS; i++) {
                    cells.add(cell);
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
