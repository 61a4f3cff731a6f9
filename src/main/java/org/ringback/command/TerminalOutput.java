package org.ringback.command;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the standard streams in the character set that whoever reads them expects. */
public final class TerminalOutput {

    private TerminalOutput() {}

    /** Standard output; what goes wrong with it is kept in the watch, since a print stream keeps quiet about it. */
    public static PrintStream out(WriteWatch watch) {
        return new PrintStream(watch.over(new FileOutputStream(FileDescriptor.out)), false, charset("stdout.encoding"));
    }

    /** Standard error. */
    public static PrintStream err() {
        return new PrintStream(new FileOutputStream(FileDescriptor.err), false, charset("stderr.encoding"));
    }

    /**
     * Whether somebody sees what goes there, as far as Java and the system say so.
     *
     * @param stream 1 for standard output, 2 for standard error
     */
    static boolean leadsToTerminal(int stream) {
        try {
            // Java has no word for one stream alone; Linux shows where it leads.
            String leads =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
            return leads.startsWith("/dev/pts/") || leads.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return interactive();
        }
    }

    private static Charset charset(String property) {
        Charset charset = charset(System.getProperty(property), System.getProperty("native.encoding"), interactive());
        return !charset.equals(StandardCharsets.UTF_8) && WindowsConsole.takesUtf8() ? StandardCharsets.UTF_8 : charset;
    }

    private static boolean interactive() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    /**
     * UTF-8 for pipes and files, a terminal's own character set for a terminal.
     *
     * @param stream what Java found for the stream: the terminal's character set, else the system's
     * @param system the system's character set
     * @param interactive whether input and output are a terminal
     */
    static Charset charset(String stream, String system, boolean interactive) {
        // A Windows console differs from its system; so a difference shows a terminal even while the input is a pipe.
        boolean terminal = interactive || (stream != null && !stream.equals(system));
        if (!terminal || stream == null) {
            return StandardCharsets.UTF_8;
        }
        Charset charset = Charset.forName(stream, StandardCharsets.UTF_8);
        // With LANG=C Java says ASCII; UTF-8 contains it and shows Cyrillic on every terminal of today.
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }
}
