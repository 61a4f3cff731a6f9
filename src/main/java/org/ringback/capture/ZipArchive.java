package org.ringback.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files of a zip file (APPNOTE 6.3), in the order of the list at its end. */
final class ZipArchive implements Archive {

    private final ZipFile zip;
    private final Enumeration<? extends ZipEntry> entries;
    private ZipEntry entry = new ZipEntry("");

    ZipArchive(ZipFile zip) {
        this.zip = zip;
        entries = zip.entries();
    }

    @Override
    public Optional<String> next() {
        while (entries.hasMoreElements()) {
            entry = entries.nextElement();
            if (!entry.isDirectory()) {
                return Optional.of(entry.getName());
            }
        }
        return Optional.empty();
    }

    @Override
    public InputStream content() throws IOException {
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
