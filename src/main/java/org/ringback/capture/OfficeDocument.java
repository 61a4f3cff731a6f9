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
import javax.xml.stream.XMLStreamException;

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

    private OfficeDocument() {}

    /** Its text; nothing if it is another zip file, or damaged. */
    static Optional<String> of(ZipFile zip) throws IOException {
        try {
            if (zip.getEntry(WORD) != null) {
                return Optional.of(OfficeText.of(part(zip, WORD)));
            }
            if (zip.getEntry(OPEN_DOCUMENT) != null && zip.getEntry("mimetype") != null) {
                return Optional.of(OfficeText.of(part(zip, OPEN_DOCUMENT)));
            }
            List<String> parts = zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> NUMBERED.matcher(name).matches())
                    .sorted(Comparator.comparingInt(OfficeDocument::number))
                    .toList();
            return parts.isEmpty() ? Optional.empty() : Optional.of(numbered(zip, parts));
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static int number(String name) {
        Matcher number = NUMBERED.matcher(name);
        return number.matches() ? Integer.parseInt(number.group(1)) : 0;
    }

    private static String numbered(ZipFile zip, List<String> parts) throws IOException, XMLStreamException {
        StringBuilder text = new StringBuilder();
        OfficeSheet sheet = new OfficeSheet(part(zip, STRINGS), part(zip, STYLES));
        for (String name : parts) {
            if (text.length() < LARGEST_TEXT) {
                text.append(name.startsWith("xl/") ? sheet.text(part(zip, name)) : OfficeText.of(part(zip, name)));
            }
        }
        return text.toString();
    }

    /** A part of the file, empty if there is none. */
    private static byte[] part(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return new byte[0];
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(LARGEST_PART);
        }
    }
}
