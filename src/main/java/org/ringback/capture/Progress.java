package org.ringback.capture;

import java.util.List;
import org.ringback.capture.wire.Sink;

/** Tells how far all files together are. */
final class Progress {

    private final List<OpenFile> files;
    private final long total;
    private final Sink sink;

    Progress(List<OpenFile> files, long total, Sink sink) {
        this.files = files;
        this.total = total;
        this.sink = sink;
    }

    void tell() {
        long done = 0;
        for (OpenFile file : files) {
            done += file.done();
        }
        sink.progress(done, total);
    }
}
