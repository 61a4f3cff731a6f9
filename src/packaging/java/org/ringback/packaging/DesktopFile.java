package org.ringback.packaging;

import java.util.List;
import java.util.function.Function;

/**
 * The program in the menus of a desktop, and among what can open a capture
 * (freedesktop.org Desktop Entry Specification 1.5).
 */
final class DesktopFile {

    /**
     * Desktops sort the programs for a type by these names and take the first where nobody has chosen. With the long name of
     * {@link Product#ID} that would be Ringback and no longer Wireshark.
     */
    static final String NAME = Product.NAME + ".desktop";

    /** The class that JavaFX gives to all windows of the program: it is that of the application. */
    static final String WINDOW_CLASS = "org.ringback.window.DesktopApp";

    static final List<String> TYPES = List.of("application/vnd.tcpdump.pcap", "application/x-pcapng");

    private DesktopFile() {}

    static String of(List<Words> languages) {
        var lines = new StringBuilder("""
            [Desktop Entry]
            Type=Application
            """);
        lines.append("Name=").append(Product.TITLE).append('\n');
        add(lines, "GenericName", languages, Words::kind);
        add(lines, "Comment", languages, Words::purpose);
        add(lines, "Keywords", languages, words -> String.join(";", words.keywords()) + ";");
        lines.append("""
            Exec=ringback %F
            TryExec=ringback
            Icon=org.ringback.Ringback
            Terminal=false
            Categories=Network;Telephony;Monitor;
            """);
        lines.append("MimeType=").append(String.join(";", TYPES)).append(";\n");
        lines.append("StartupWMClass=").append(WINDOW_CLASS).append('\n');
        return lines.toString();
    }

    private static void add(StringBuilder lines, String key, List<Words> languages, Function<Words, String> said) {
        for (Words words : languages) {
            lines.append(key);
            if (!words.english()) {
                lines.append('[').append(words.locale()).append(']');
            }
            lines.append('=').append(said.apply(words).replace("\\", "\\\\")).append('\n');
        }
    }
}
