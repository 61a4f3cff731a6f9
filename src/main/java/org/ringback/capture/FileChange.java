package org.ringback.capture;

import java.nio.file.Path;
import java.util.Optional;
import org.ringback.capture.payload.Output;
import org.ringback.capture.wire.Unusable;

/** Whether a file that is being read is still what it was when it was opened; says once what it has become. */
final class FileChange {

    private final Path path;
    private volatile Optional<FileState> state = Optional.empty();
    private boolean told;

    FileChange(Path path) {
        this.path = path;
    }

    /** @param now nothing where the system does not say, as of a pipe: then it never changes */
    void opened(Optional<FileState> now) {
        state = now;
    }

    /** What it has become since it was opened or somebody was told; nothing if it is still the same. Any thread. */
    Optional<String> since() {
        return state.flatMap(known -> known.become(path));
    }

    /** Whether it was said. */
    boolean told() {
        return told;
    }

    /** Says what it has become, if it has and nobody was told yet. */
    void tell(Output output) {
        if (!told) {
            since().ifPresent(become -> tell(become, output));
        }
    }

    /** Says that it has become this, if it has and nobody was told yet. */
    void tellIf(String become, Output output) {
        if (!told && since().filter(become::equals).isPresent()) {
            tell(become, output);
        }
    }

    private void tell(String become, Output output) {
        told = true;
        output.endsEarly(Unusable.Reason.CHANGED_FILE, become);
        state = FileState.of(path);
    }
}
