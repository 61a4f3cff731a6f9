package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Events of Windows as XML: the time stands in an attribute far above the text, often all in one line. Each element becomes a
 * row, and the time one right before the text; what an event says twice is there once.
 */
final class WindowsEvents implements Wrapping {

    private static final Pattern TAG =
            Pattern.compile("</?(Event|Events|System|Provider|EventID|Version|Level|Task|Opcode|Keywords"
                + "|TimeCreated|EventRecordID|Correlation|Execution|Channel|Computer|Security|EventData|UserData|Data"
                + "|Binary|RenderingInfo|Message)(?:\\s[^<>]{0,400})?/?>");
    private static final Pattern TIME = Pattern.compile("SystemTime=['\"]([0-9T:. Z+-]{10,40})['\"]");

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        if (!SipLines.any(rows, "SystemTime=")) {
            return rows;
        }
        Elements elements = new Elements(rows.size());
        rows.forEach(elements::take);
        return elements.end();
    }

    /** What stands between the tags, row for row. */
    private static final class Elements {

        private final List<TextRow> peeled;
        private final List<TextRow> text = new ArrayList<>();

        /** The texts of this event: the rendered message says what the data say. */
        private final Set<String> told = new HashSet<>();

        private String time = "";
        private boolean within;

        Elements(int size) {
            peeled = new ArrayList<>(size);
        }

        void take(TextRow row) {
            String line = row.text();
            Matcher tag = line.indexOf('<') < 0 ? null : TAG.matcher(line);
            int done = 0;
            while (tag != null && tag.find()) {
                add(row.made(line.substring(done, tag.start())));
                done = tag.end();
                tag(tag.group(1), tag.group());
            }
            if (done == 0 && !within) {
                peeled.add(row);
            } else if (done < line.length() || done == 0) {
                add(done == 0 ? row : row.made(line.substring(done)));
            }
        }

        private void tag(String name, String written) {
            flush();
            boolean holdsText = name.equals("Data") || name.equals("Message");
            within = holdsText && !written.startsWith("</") && !written.endsWith("/>");
            Matcher stamp = name.equals("TimeCreated") ? TIME.matcher(written) : null;
            if (stamp != null && stamp.find()) {
                time = stamp.group(1);
            } else if (name.equals("Event")) {
                time = "";
                told.clear();
            }
        }

        private void add(TextRow row) {
            boolean blank = row.text().isBlank();
            if (within && !(blank && text.isEmpty())) {
                text.add(row);
            } else if (!within && !blank) {
                peeled.add(row);
            }
        }

        private void flush() {
            String all = text.stream()
                    .map(TextRow::text)
                    .collect(Collectors.joining("\n"))
                    .strip();
            if (!all.isEmpty() && told.add(all)) {
                if (!time.isEmpty()) {
                    peeled.add(text.getFirst().made(time));
                }
                peeled.addAll(text);
            }
            text.clear();
        }

        List<TextRow> end() {
            flush();
            return peeled;
        }
    }
}
