package org.ringback.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.ringback.capture.wire.Unusable;

/**
 * The text of a document, a table or slides as offices save them: a zip file with XML in it (ECMA-376, ISO/IEC 26300). A
 * paragraph is a line, and a row of a table is a line with its cells as in CSV.
 *
 * <p>Bounds: 64 MiB of XML in a part, and about as much text in all; what is behind is left out.
 */
final class OfficeDocument {

    private static final String WORD = "word/document.xml";
    private static final String OPEN_DOCUMENT = "content.xml";
    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final String STYLES = "xl/styles.xml";
    private static final Pattern NUMBERED = Pattern.compile("(?:xl/worksheets/sheet|ppt/slides/slide)(\\d{1,5})\\.xml");
    private static final int LARGEST_PART = 64 * 1024 * 1024;

    /** Characters. A cell or a blank that is written once may be meant many times, so that a small part may have much text. */
    static final int LARGEST_TEXT = LARGEST_PART;

    private final ZipFile zip;
    private final StringBuilder text = new StringBuilder();
    private boolean cut;
    private boolean damaged;

    private OfficeDocument(ZipFile zip) {
        this.zip = zip;
    }

    /** Whether a zip file is one of an office. */
    static boolean is(ZipFile zip) {
        return zip.getEntry(WORD) != null
                || isOpenDocument(zip)
                || !numbered(zip).isEmpty();
    }

    private static boolean isOpenDocument(ZipFile zip) {
        return zip.getEntry(OPEN_DOCUMENT) != null && zip.getEntry("mimetype") != null;
    }

    /** The sheets or slides in their order. */
    private static List<String> numbered(ZipFile zip) {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> NUMBERED.matcher(name).matches())
                .sorted(Comparator.comparingInt(OfficeDocument::number))
                .toList();
    }

    private static int number(String name) {
        Matcher number = NUMBERED.matcher(name);
        return number.matches() ? Integer.parseInt(number.group(1)) : 0;
    }

    /** What it says, up to damage or the bounds. */
    static OfficeDocument of(ZipFile zip) throws IOException {
        OfficeDocument document = new OfficeDocument(zip);
        if (zip.getEntry(WORD) != null) {
            document.add(WORD);
        } else if (isOpenDocument(zip)) {
            document.add(OPEN_DOCUMENT);
        } else {
            document.addAll(numbered(zip));
        }
        return document;
    }

    private void add(String name) throws IOException {
        text.append(OfficeText.of(part(name), this::damaged));
        cut |= text.length() >= LARGEST_TEXT;
    }

    private void addAll(List<String> names) throws IOException {
        OfficeSheet sheet = new OfficeSheet(part(STRINGS), part(STYLES), this::damaged);
        for (String name : names) {
            if (text.length() >= LARGEST_TEXT) {
                break;
            }
            if (name.startsWith("xl/")) {
                text.append(sheet.text(part(name)));
            } else {
                add(name);
            }
        }
        cut |= text.length() >= LARGEST_TEXT;
    }

    private void damaged() {
        damaged = true;
    }

    String text() {
        return text.toString();
    }

    /** Why something of it is missing; nothing if nothing is. */
    Optional<Unusable.Reason> missing() {
        return cut
                ? Optional.of(Unusable.Reason.LIMIT)
                : damaged ? Optional.of(Unusable.Reason.DAMAGED_FILE) : Optional.empty();
    }

    /** A part of the file, empty if there is none. */
    private byte[] part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return new byte[0];
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] part = in.readNBytes(LARGEST_PART);
            cut |= part.length == LARGEST_PART && in.read() >= 0;
            return part;
        }
    }
}
