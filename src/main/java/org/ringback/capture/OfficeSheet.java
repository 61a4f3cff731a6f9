package org.ringback.capture;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;

/** The rows of a sheet (SpreadsheetML, ECMA-376): strings stand in a part of their own, days are numbers with a style. */
final class OfficeSheet {

    /** Day 0, as the days of a sheet are counted. */
    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1899, 12, 30, 0, 0);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final double MILLIS_OF_DAY = 86_400_000;
    private static final double LAST_DAY = 2_958_466;

    private final List<String> strings = new ArrayList<>();

    private final Runnable damaged;

    /** Whether the style of this number shows a day. */
    private final List<Boolean> days = new ArrayList<>();

    /** @param damaged told of a part that does not end as it should */
    OfficeSheet(byte[] strings, byte[] styles, Runnable damaged) {
        this.damaged = damaged;
        if (strings.length > 0) {
            readStrings(strings);
        }
        if (styles.length > 0) {
            readStyles(styles);
        }
    }

    private void readStrings(byte[] part) {
        OfficeXml xml = OfficeXml.reader(part, damaged);
        StringBuilder string = new StringBuilder();
        boolean within = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                within = xml.getLocalName().equals("t");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                within = false;
                if (xml.getLocalName().equals("si")) {
                    strings.add(plain(string.toString()));
                    string.setLength(0);
                }
            } else if (within && xml.hasText()) {
                string.append(xml.getText());
            }
        }
        xml.close();
    }

    private void readStyles(byte[] part) {
        OfficeXml xml = OfficeXml.reader(part, damaged);
        Map<String, String> formats = new HashMap<>();
        boolean cells = false;
        while (xml.hasNext()) {
            int event = xml.next();
            String name = event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT
                    ? xml.getLocalName()
                    : "";
            if (name.equals("cellXfs")) {
                cells = event == XMLStreamConstants.START_ELEMENT;
            } else if (event == XMLStreamConstants.START_ELEMENT && name.equals("numFmt")) {
                formats.put(OfficeXml.attribute(xml, "numFmtId"), OfficeXml.attribute(xml, "formatCode"));
            } else if (event == XMLStreamConstants.START_ELEMENT && name.equals("xf") && cells) {
                days.add(isDay(OfficeXml.attribute(xml, "numFmtId"), formats));
            }
        }
        xml.close();
    }

    /** Formats 14 to 22 are the days and times that need no name of their own. */
    private static boolean isDay(String format, Map<String, String> formats) {
        String code = formats.getOrDefault(format, "").toLowerCase(Locale.ROOT);
        boolean known = format.length() == 2 && format.compareTo("14") >= 0 && format.compareTo("22") <= 0;
        return known || code.contains("yy") || code.contains("h:mm");
    }

    /** The rows of a sheet as lines. */
    String text(byte[] sheet) {
        OfficeTable table = new OfficeTable();
        List<String> cells = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        String type = "";
        String style = "";
        boolean within = false;
        OfficeXml xml = OfficeXml.reader(sheet, damaged);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                within = name.equals("v") || name.equals("t");
                if (name.equals("row")) {
                    cells.clear();
                } else if (name.equals("c")) {
                    type = OfficeXml.attribute(xml, "t");
                    style = OfficeXml.attribute(xml, "s");
                    value.setLength(0);
                    fill(cells, column(OfficeXml.attribute(xml, "r")));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                within = false;
                if (xml.getLocalName().equals("c") && cells.size() < OfficeTable.MOST_CELLS) {
                    cells.add(cell(value.toString(), type, style));
                } else if (xml.getLocalName().equals("row")) {
                    table.add(cells);
                }
            } else if (within && xml.hasText()) {
                value.append(xml.getText());
            }
        }
        xml.close();
        return table.take();
    }

    /** Cells without anything in them are left out. */
    private static void fill(List<String> cells, int column) {
        while (cells.size() < Math.min(column, OfficeTable.MOST_CELLS)) {
            cells.add("");
        }
    }

    /** Counted from 0: {@code C7} is 2. */
    private static int column(String reference) {
        int column = 0;
        for (int at = 0; at < Math.min(3, reference.length()) && Character.isLetter(reference.charAt(at)); at++) {
            column = column * 26 + Character.toUpperCase(reference.charAt(at)) - 'A' + 1;
        }
        return Math.max(0, column - 1);
    }

    private String cell(String value, String type, String style) {
        return switch (type) {
            case "s" -> item(strings, value, "");
            case "inlineStr", "str" -> plain(value);
            default -> item(days, style, false) ? day(value) : value;
        };
    }

    private static <T> T item(List<T> items, String index, T otherwise) {
        boolean number = !index.isEmpty() && index.length() < 9 && index.chars().allMatch(c -> c >= '0' && c <= '9');
        int at = number ? Integer.parseInt(index) : items.size();
        return at < items.size() ? items.get(at) : otherwise;
    }

    private static String day(String value) {
        try {
            double days = Double.parseDouble(value);
            return days > 0 && days < LAST_DAY
                    ? FIRST_DAY
                            .plus(Math.round(days * MILLIS_OF_DAY), ChronoUnit.MILLIS)
                            .format(TIME)
                    : value;
        } catch (NumberFormatException e) {
            return value;
        }
    }

    /** XML would take a CR away, so it is written as a number. */
    private static String plain(String value) {
        return value.replace("_x000D_", "");
    }
}
