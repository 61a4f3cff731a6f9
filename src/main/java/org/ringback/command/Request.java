package org.ringback.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ringback.answers.Format;
import org.ringback.answers.ShareFormat;
import org.ringback.pseudonym.Likeness;
import org.ringback.report.CallFormat;

/** What a user asked for, read and checked as far as that is possible without the handbook. */
sealed interface Request {

    /** Show how to use the program or one of its commands. */
    record Help(String usage) implements Request {}

    /** Say which version this is. */
    record Version() implements Request {}

    /** Explain a code. */
    record Explain(String code, Format format) implements Request {}

    /** Compare two codes, the second of which a user may have forgotten. */
    record Compare(String left, Optional<String> right, Format format) implements Request {}

    /** Find codes by words. */
    record Search(List<String> words, Format format) implements Request {}

    /**
     * List the calls in captures and logs.
     *
     * @param problemsOnly whether only calls that failed are shown
     * @param summary whether numbers are shown instead of the calls
     */
    record Calls(List<CaptureFile> files, CallFormat format, boolean problemsOnly, boolean summary)
            implements Request {}

    /** List the streams of media in captures. */
    record Media(List<CaptureFile> files, CallFormat format) implements Request {}

    /** Say what went wrong in captures and logs. */
    record Diagnose(List<CaptureFile> files, Format format) implements Request {}

    /**
     * Give calls away.
     *
     * @param pseudonyms how close to the original, or empty for the calls as they are
     * @param output the file to be written, or empty for standard output
     */
    record Share(
            List<CaptureFile> files,
            WhichCalls which,
            ShareFormat format,
            Optional<Likeness> pseudonyms,
            Optional<Path> output)
            implements Request {}

    /** List the languages. */
    record Languages(Format format) implements Request {}
}
