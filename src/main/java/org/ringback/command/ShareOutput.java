package org.ringback.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.ringback.answers.ShareFormat;
import org.ringback.export.MadeUp;
import org.ringback.export.WholeFile;
import org.ringback.language.Texts;

/** Where shared calls go: into a file, or to standard output if that can take them. */
final class ShareOutput {

    private final PrintStream out;
    private final boolean terminal;
    private final Texts texts;

    /**
     * Writes nothing yet.
     *
     * @param terminal whether standard output is one
     */
    ShareOutput(PrintStream out, boolean terminal, Texts texts) {
        this.out = out;
        this.terminal = terminal;
        this.texts = texts;
    }

    /** What is written. */
    interface Content {

        Set<MadeUp> write(OutputStream out) throws IOException;
    }

    Texts texts() {
        return texts;
    }

    /** Refuses a capture for the eyes, before anything is read. */
    void check(Request.Share asked) {
        if (terminal && asked.format() == ShareFormat.PCAP && asked.output().isEmpty()) {
            throw CommandRefusal.misuse(texts, ShareCommandText.NOT_ON_TERMINAL, CommandTree.OUTPUT + " call.pcap");
        }
    }

    /** Writes to the file, or to standard output if there is none. */
    Set<MadeUp> write(Optional<Path> file, Content content) {
        try {
            return file.isPresent() ? WholeFile.write(file.get(), content::write) : content.write(out);
        } catch (IOException e) {
            if (file.isEmpty()) {
                throw new UncheckedIOException(e);
            }
            throw CommandRefusal.misuse(
                    texts,
                    ShareCommandText.NOT_WRITTEN,
                    Typed.printable(file.get().toString()),
                    Typed.printable(reason(e)));
        }
    }

    private static String reason(IOException e) {
        String kind = e.getClass().getSimpleName();
        return e.getMessage() == null ? kind : kind + ": " + e.getMessage();
    }
}
