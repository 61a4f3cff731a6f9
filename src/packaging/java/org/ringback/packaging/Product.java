package org.ringback.packaging;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What is packed.
 *
 * @param image the program with its own Java
 * @param version as the build names it, for example {@code 1.0-SNAPSHOT}
 * @param changed when its sources were last changed; stands for the time of the build, so that a later build gives the same
 */
record Product(Path image, String version, Instant changed) {

    /** What packages and files are called. */
    static final String NAME = "ringback";

    /** What stores and desktops know the program by. */
    static final String ID = "org.ringback.Ringback";

    static final String TITLE = "Ringback";

    static final String LICENSE = "Apache-2.0";

    static final String AUTHORS = "The Ringback authors";

    /** Packages must name an address, and this one says that no mail arrives (RFC 2606, 2): questions belong into issues. */
    static final String MAINTAINER = AUTHORS + " <noreply@ringback.invalid>";

    private static final String SNAPSHOT = "-SNAPSHOT";

    /** As Debian and RPM write versions: what comes before a release stands behind a tilde and counts as older. */
    String packageVersion() {
        return version.replace(SNAPSHOT, "~snapshot").toLowerCase(Locale.ROOT);
    }

    /** Numbers only, as Windows and macOS want them. */
    String numericVersion() {
        return version.replace(SNAPSHOT, "");
    }

    /** In names of files, where a tilde would be trouble. */
    String fileVersion() {
        return version.toLowerCase(Locale.ROOT);
    }

    boolean released() {
        return !version.endsWith(SNAPSHOT);
    }

    String day() {
        return DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC).format(changed);
    }

    String shell() {
        return Long.toString(changed.getEpochSecond());
    }
}
