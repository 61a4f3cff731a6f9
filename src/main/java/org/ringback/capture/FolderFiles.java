package org.ringback.capture;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The files of a folder and of the folders in it, for whoever opens it as a whole. Links are not followed and hidden files
 * are passed over. A folder with too much in it is somebody's home rather than a case: of that nothing is taken.
 */
final class FolderFiles extends SimpleFileVisitor<Path> {

    private static final System.Logger LOG = System.getLogger(FolderFiles.class.getName());

    /** So much is looked at, files and folders, before it is left. */
    private static final int MOST_SEEN = 10 * Archives.MOST_FILES;

    private final Path folder;
    private final BooleanSupplier canceled;
    private final List<Path> files = new ArrayList<>();
    private int seen;
    private boolean tooMuch;

    private FolderFiles(Path folder, BooleanSupplier canceled) {
        this.folder = folder;
        this.canceled = canceled;
    }

    /** In order of their names; none if there are none or too many, or if they lie too deep. */
    static List<Path> of(Path folder, BooleanSupplier canceled) {
        var found = new FolderFiles(folder, canceled);
        try {
            Files.walkFileTree(folder, Set.of(), Archives.DEEPEST + 1, found);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A folder that cannot be listed", e);
        }
        Collections.sort(found.files);
        return found.tooMuch ? List.of() : found.files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
        return hidden(path) ? FileVisitResult.SKIP_SUBTREE : goOn();
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
        // What lies too deep comes here as a folder.
        tooMuch |= attributes.isDirectory();
        if (attributes.isRegularFile() && attributes.size() > 0 && !hidden(path)) {
            files.add(path);
        }
        tooMuch |= files.size() > Archives.MOST_FILES;
        return goOn();
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) {
        return goOn();
    }

    private boolean hidden(Path path) throws IOException {
        return !path.equals(folder) && Files.isHidden(path);
    }

    private FileVisitResult goOn() {
        seen++;
        tooMuch |= seen > MOST_SEEN;
        return tooMuch || canceled.getAsBoolean() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }
}
