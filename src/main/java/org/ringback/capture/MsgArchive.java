package org.ringback.capture;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** A mail as Outlook saves it (MS-OXMSG): its text, if there is a message in it, and the files that are attached. */
final class MsgArchive implements Archive {

    private static final String PROPERTY = "__substg1.0_";
    private static final String ATTACHED = "__attach_version1.0_";

    /** Tags of properties (MS-OXPROPS): the text of the mail, and of a file its bytes and names. */
    private static final String TEXT = "1000";

    private static final String HTML = "10130102";
    private static final String BYTES = "37010102";
    private static final String LONG_NAME = "3707";
    private static final String NAME = "3704";

    private final CompoundFile mail;
    private final Arena arena;
    private final Iterator<Map.Entry<String, Supplier<byte[]>>> files;
    private byte[] content = {};

    private MsgArchive(CompoundFile mail, Arena arena) {
        this.mail = mail;
        this.arena = arena;
        Map<String, Supplier<byte[]>> all = new LinkedHashMap<>();
        text().ifPresent(text -> all.put("mail.txt", () -> text));
        for (String folder : folders()) {
            all.put(name(folder), () -> mail.stream(folder + "/" + PROPERTY + BYTES));
        }
        files = all.entrySet().iterator();
    }

    /** Nothing if it holds something else than a mail; the arena is closed with it. */
    static Optional<Archive> of(MemorySegment bytes, Arena arena) {
        CompoundFile file = new CompoundFile(bytes);
        for (String name : file.names()) {
            if (name.startsWith(PROPERTY)) {
                return Optional.of(new MsgArchive(file, arena));
            }
        }
        arena.close();
        return Optional.empty();
    }

    private Set<String> folders() {
        Set<String> folders = new TreeSet<>();
        for (String name : mail.names()) {
            if (name.startsWith(ATTACHED) && name.endsWith("/" + PROPERTY + BYTES) && count(name, '/') == 1) {
                folders.add(name.substring(0, name.indexOf('/')));
            }
        }
        return folders;
    }

    private static long count(String text, char sign) {
        return text.chars().filter(each -> each == sign).count();
    }

    private Optional<byte[]> text() {
        String plain = string("", TEXT);
        String text = plain.isBlank() ? new String(mail.stream(PROPERTY + HTML), StandardCharsets.UTF_8) : plain;
        return text.contains("SIP/2.0") ? Optional.of(text.getBytes(StandardCharsets.UTF_8)) : Optional.empty();
    }

    private String name(String folder) {
        String longer = string(folder + "/", LONG_NAME);
        String name = longer.isBlank() ? string(folder + "/", NAME) : longer;
        return name.isBlank() ? folder : name;
    }

    /** A string of a property, in UTF-16 or in the character set of who wrote the mail. */
    private String string(String folder, String tag) {
        byte[] wide = mail.stream(folder + PROPERTY + tag + "001F");
        Charset narrow = StandardCharsets.ISO_8859_1;
        return wide.length > 0
                ? new String(wide, StandardCharsets.UTF_16LE)
                : new String(mail.stream(folder + PROPERTY + tag + "001E"), narrow);
    }

    @Override
    public Optional<String> next() {
        if (!files.hasNext()) {
            return Optional.empty();
        }
        Map.Entry<String, Supplier<byte[]>> file = files.next();
        content = file.getValue().get();
        return Optional.of(file.getKey());
    }

    @Override
    public InputStream content() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public void close() {
        arena.close();
    }
}
