package org.ringback.packaging;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ringback.words.ProgramText;

/** The program in stores (AppStream 1.0, metadata of a desktop application). */
final class Metainfo {

    /** Where stores load the pictures from. */
    private static final String PICTURES = "https://raw.githubusercontent.com/ringback/ringback/main/src/pictures/";

    private final Product product;
    private final Map<Words, FirstPage> languages = new LinkedHashMap<>();

    Metainfo(Product product, List<Words> languages) throws IOException {
        this.product = product;
        for (Words words : languages) {
            this.languages.put(words, FirstPage.of(words));
        }
    }

    String xml() {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <component type="desktop-application">
              <id>%s</id>
              <metadata_license>FSFAP</metadata_license>
              <project_license>%s</project_license>
              <name>%s</name>
            %s  <developer id="org.ringback">
                <name>%s</name>
              </developer>
              <description>
            %s%s  </description>
              <launchable type="desktop-id">%s</launchable>
              <icon type="stock">%s</icon>
              <url type="homepage">%s</url>
              <url type="bugtracker">%s/issues</url>
              <url type="vcs-browser">%s</url>
              <provides>
                <binary>%s</binary>
            %s  </provides>
              <categories>
                <category>Network</category>
                <category>Telephony</category>
                <category>Monitor</category>
              </categories>
              <recommends>
                <control>keyboard</control>
                <control>pointing</control>
              </recommends>
              <requires>
                <display_length compare="ge">480</display_length>
                <internet>offline-only</internet>
              </requires>
              <screenshots>
            %s  </screenshots>
              <content_rating type="oars-1.1"/>
              <releases>
                <release version="%s" date="%s" type="%s">
                  <url type="details">%s</url>
                </release>
              </releases>
            </component>
            """.formatted(
                        Product.ID,
                        Product.LICENSE,
                        Product.TITLE,
                        lines("  ", "summary", Words::purpose),
                        Product.AUTHORS,
                        pages("    ", "p", FirstPage::about),
                        sections(),
                        DesktopFile.NAME,
                        Product.ID,
                        ProgramText.HOME,
                        ProgramText.HOME,
                        ProgramText.HOME,
                        Product.NAME,
                        types(),
                        pictures(),
                        product.packageVersion(),
                        product.day(),
                        product.released() ? "stable" : "development",
                        ProgramText.RELEASES);
    }

    private String lines(String indent, String element, Function<Words, String> said) {
        var xml = new StringBuilder();
        languages.keySet().forEach(words -> xml.append(line(indent, element, words, said.apply(words))));
        return xml.toString();
    }

    private String pages(String indent, String element, Function<FirstPage, String> said) {
        return lines(indent, element, words -> said.apply(languages.get(words)));
    }

    private static String line(String indent, String element, Words words, String said) {
        String language = words.english() ? "" : " xml:lang=\"" + words.locale() + "\"";
        return "%s<%s%s>%s</%s>\n".formatted(indent, element, language, escaped(said), element);
    }

    private String sections() {
        var xml = new StringBuilder("    <ul>\n");
        for (int index = 0; index < english().sections().size(); index++) {
            int section = index;
            xml.append(pages("      ", "li", page -> page.sections().get(section)));
        }
        return xml.append("    </ul>\n").toString();
    }

    private static String types() {
        var xml = new StringBuilder();
        DesktopFile.TYPES.forEach(
                type -> xml.append("    <mediatype>").append(type).append("</mediatype>\n"));
        return xml.toString();
    }

    private String pictures() {
        var xml = new StringBuilder();
        List<FirstPage.Picture> pictures = english().pictures();
        for (int index = pictures.size() - 1; index >= 0; index--) {
            int picture = index;
            // The calls, which stand last on the page, are what most people come for.
            xml.append(index == pictures.size() - 1 ? "    <screenshot type=\"default\">\n" : "    <screenshot>\n");
            xml.append(pages(
                    "      ", "caption", page -> page.pictures().get(picture).caption()));
            xml.append("      <image type=\"source\">" + PICTURES)
                    .append(pictures.get(index).file())
                    .append("</image>\n    </screenshot>\n");
        }
        return xml.toString();
    }

    private FirstPage english() {
        return languages.values().iterator().next();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
