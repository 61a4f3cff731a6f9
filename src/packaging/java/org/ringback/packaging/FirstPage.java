package org.ringback.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the first page of the project says of the program in one language: stores say the same.
 *
 * @param about what it is
 * @param sections what its sections are for, one paragraph for each
 * @param pictures what is seen of them, in the same order
 */
record FirstPage(String about, List<String> sections, List<Picture> pictures) {

    /** A picture in {@code src/pictures}, with what it shows in few words. */
    record Picture(String file, String caption) {}

    /** What the page says more of a picture, behind the colon, is for who cannot see it. */
    private static final Pattern MORE = Pattern.compile("\\s?[:：].*");

    private static final Pattern PICTURE = Pattern.compile("!\\[(.+)]\\(.*?pictures/([^/)]+)\\)");
    /** The last sentence of the first paragraph leads to other languages. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "\\s*(?:(?<=[.。।])[^.。।]*\\[.*|(?<=\\s)\\[[^]]*]\\([^)]*\\)\\s*|\\[[^]]*]\\([^)]*\\)\\s*)$");

    static FirstPage of(Words words) throws IOException {
        Path page = words.english()
                ? Path.of("README.md")
                : Path.of(
                        "src", "site", "markdown", "README." + words.language().tag() + ".md");
        return read(Files.readAllLines(page));
    }

    static FirstPage read(List<String> page) {
        String about = "";
        List<String> sections = new ArrayList<>();
        List<Picture> pictures = new ArrayList<>();
        for (String line : page) {
            var picture = PICTURE.matcher(line);
            if (line.startsWith("## ")) {
                break;
            } else if (picture.matches()) {
                pictures.add(new Picture(
                        picture.group(2), MORE.matcher(picture.group(1)).replaceFirst("")));
            } else if (line.startsWith("**")) {
                sections.add(line.replace("**", ""));
            } else if (about.isEmpty() && !line.isBlank() && !line.startsWith("#")) {
                about = ELSEWHERE.matcher(line).replaceFirst("").strip();
            }
        }
        return new FirstPage(about, sections, pictures);
    }
}
