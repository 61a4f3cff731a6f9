package org.ringback.capture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.zip.ZipException;
import org.ringback.capture.wire.Unusable;
import org.ringback.scratch.NoScratchException;
import org.ringback.scratch.ScratchFile;

/** The files of an archive, and of archives within it, each in a temporary one; and what could not be taken out. */
final class Members implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Members.class.getName());

    private static final int CHUNK = 1 << 16;

    /** So many names of what is left out tell enough. */
    private static final int NAMED = 5;

    private final Path top;
    private final long most;
    private final Predicate<Path> wanted;
    private final BooleanSupplier canceled;
    private final Map<Path, ScratchFile> taken = new LinkedHashMap<>();
    private final List<String> named = new ArrayList<>();
    private Optional<Fault> fault = Optional.empty();
    private int leftOut;
    private long written;

    /** Why not all could be taken out. */
    private record Fault(Unusable.Reason reason, String detail) {}

    private Members(Path top, long most, Predicate<Path> wanted, BooleanSupplier canceled) {
        this.top = top;
        this.most = most;
        this.wanted = wanted;
        this.canceled = canceled;
    }

    /**
     * Takes out what can be read; there is nothing if it is no archive.
     *
     * @param most bytes that may come out of it
     * @param wanted asked for each file by its full name, and for each archive within
     */
    static Members of(Path archive, long most, Predicate<Path> wanted, BooleanSupplier canceled) {
        Members members = new Members(archive, most, wanted, canceled);
        try {
            members.take(archive, archive, 1);
        } catch (NoScratchException e) {
            members.fault = Optional.of(new Fault(Unusable.Reason.NO_SCRATCH_FILE, e.folder()));
        } catch (IOException e) {
            members.damaged(e);
        }
        return members;
    }

    /** Whether it was an archive. */
    private boolean take(Path place, Path name, int depth) throws IOException {
        Optional<Archive> opened = Archive.open(place);
        if (opened.isEmpty()) {
            return false;
        }
        try (Archive archive = opened.get()) {
            if (!archive.whole()) {
                damaged(new EOFException());
            }
            for (Optional<String> next = archive.next(); next.isPresent(); next = archive.next()) {
                if (canceled.getAsBoolean()) {
                    break;
                }
                Path member = MemberName.within(name, next.get(), taken.keySet());
                if (MemberName.isOfSystem(next.get()) || !wanted.test(member)) {
                    continue;
                }
                if (depth > Archives.DEEPEST || taken.size() >= Archives.MOST_FILES || written >= most) {
                    leaveOut(member);
                } else {
                    take(archive, member, depth);
                }
            }
        } catch (ZipException | EOFException e) {
            damaged(e);
        }
        return true;
    }

    private void take(Archive archive, Path member, int depth) throws IOException {
        ScratchFile file = ScratchFile.create();
        boolean kept = false;
        try {
            if (!copied(archive, file.path())) {
                leaveOut(member);
            }
            if (!take(file.path(), member, depth + 1)) {
                kept = isReadable(file);
                if (!kept) {
                    leaveOut(member);
                }
            }
        } finally {
            if (kept) {
                taken.put(member, file);
            } else {
                file.close();
            }
        }
    }

    /** Whether all of it is there, or all before damage, which is told of the archive. */
    private boolean copied(Archive archive, Path to) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (InputStream content = archive.content();
                OutputStream out = Files.newOutputStream(to)) {
            for (int count = content.read(chunk); count > 0; count = content.read(chunk)) {
                int room = (int) Math.min(count, most - written);
                out.write(chunk, 0, room);
                written += room;
                if (room < count) {
                    return false;
                }
                if (canceled.getAsBoolean()) {
                    break;
                }
            }
        } catch (ZipException | EOFException e) {
            damaged(e);
        } catch (IOException e) {
            String folder = ScratchFile.folder().toString();
            fault = Optional.of(new Fault(Unusable.Reason.FULL_DISK, folder));
        }
        return true;
    }

    private void damaged(IOException failure) {
        LOG.log(Level.DEBUG, "Damaged within", failure);
        fault = Optional.of(new Fault(Unusable.Reason.DAMAGED_FILE, "archive"));
    }

    private static boolean isReadable(ScratchFile file) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            return Files.size(file.path()) > 0 && FileKind.of(file.map(arena)).read();
        }
    }

    private void leaveOut(Path member) {
        leftOut++;
        if (named.size() < NAMED) {
            named.add(top.relativize(member).toString());
        }
    }

    /** Where each is, by its full name: the path of the archive and its own behind. */
    Map<Path, Path> places() {
        Map<Path, Path> places = new LinkedHashMap<>();
        taken.forEach((name, file) -> places.put(name, file.path()));
        return places;
    }

    /** What is to be told of the archive as a whole. */
    List<Unusable> told(int file) {
        List<Unusable> told = new ArrayList<>();
        if (taken.isEmpty()) {
            // Who reads it as it is says what is wrong with it.
            return told;
        }
        fault.ifPresent(why -> told.add(new Unusable(file, 0, why.reason(), why.detail())));
        if (leftOut > 0) {
            String more = leftOut > named.size() ? ", +" + (leftOut - named.size()) : "";
            told.add(new Unusable(file, 0, Unusable.Reason.LEFT_OUT, String.join(", ", named) + more));
        }
        return told;
    }

    /** Deletes the temporary files; what is mapped must have been freed. */
    @Override
    public void close() {
        taken.values().forEach(ScratchFile::close);
    }
}
