package org.ringback.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of a zip file whose end is missing, and with it the list of them: each is told by the header before it. */
final class CutZip implements Archive {

    private final ZipInputStream zip;

    CutZip(InputStream in) {
        zip = new ZipInputStream(in);
    }

    @Override
    public Optional<String> next() throws IOException {
        ZipEntry entry = zip.getNextEntry();
        while (entry != null && entry.isDirectory()) {
            entry = zip.getNextEntry();
        }
        return Optional.ofNullable(entry).map(ZipEntry::getName);
    }

    @Override
    public boolean whole() {
        return false;
    }

    @Override
    public InputStream content() {
        return new FilterInputStream(zip) {
            @Override
            public void close() {
                // The next file is read from it.
            }
        };
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
