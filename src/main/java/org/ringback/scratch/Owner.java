package org.ringback.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program that has made a file, in the file's name.
 *
 * @param process its number
 * @param started when it began, in seconds since 1970, or 0 if the system does not say so: numbers are given again
 * @param space what tells apart the numbers of processes that cannot see each other, as in containers; 0 if nothing does
 */
record Owner(long process, long started, long space) {

    /** The system's word for when a process began may change a little when the clock is set. */
    private static final long CLOCK_SET = 5;

    private static final Path NAMESPACE = Path.of("/proc/self/ns/pid");
    private static final Pattern NAME = Pattern.compile("ringback-(\\d{1,18})-(\\d{1,18})-(\\d{1,18})-.{1,60}");

    static Owner ofThisProgram() {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(self.pid(), started(self), ownSpace());
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
    }

    private static long ownSpace() {
        try {
            String digits = Files.readSymbolicLink(NAMESPACE).toString().replaceAll("\\D", "");
            return digits.isEmpty() || digits.length() > 18 ? 0 : Long.parseLong(digits);
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            return 0;
        }
    }

    /** What the names of its files begin with. */
    String prefix() {
        return "ringback-" + process + "-" + started + "-" + space + "-";
    }

    /** Who has made a file of this name; nothing if it was not made by this program. */
    static Optional<Owner> of(String fileName) {
        Matcher name = NAME.matcher(fileName);
        return name.matches()
                ? Optional.of(new Owner(
                        Long.parseLong(name.group(1)), Long.parseLong(name.group(2)), Long.parseLong(name.group(3))))
                : Optional.empty();
    }

    /** Whether it has ended; of processes that cannot be seen from here nobody knows. */
    boolean gone() {
        if (space != ownSpace()) {
            return false;
        }
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .map(Owner::started)
                .map(began -> began != 0 && started != 0 && Math.abs(began - started) > CLOCK_SET)
                .orElse(true);
    }
}
