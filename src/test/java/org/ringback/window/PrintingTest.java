package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.settings.Settings;
import org.ringback.window.share.PageBreaks;
import org.ringback.window.share.Paper;

/** A page on sheets of paper: letters stay letters, and no sheet ends within a line of them. */
class PrintingTest {

    private static final double SHEET = 700;

    @ParameterizedTest
    @ValueSource(strings = {"handbook", "comparison"})
    void noLineOfTextIsCutByTheEndOfASheet(String section) {
        var settings = new Settings("en", "dark", section, 503, 404, 503, null);
        try (var window = WindowUnderTest.open(settings)) {
            window.act(() -> {
                var paper = new Paper(window.currentContent(), false);
                Node all = paper.between(0, paper.height(), 1);
                Region page = paper.sheet();
                List<Double> ends = PageBreaks.of(page, SHEET);
                assertThat(ends).hasSizeGreaterThan(2).isSorted();
                List<Node> parts = parts(all);
                assertThat(parts).noneMatch(ImageView.class::isInstance);
                List<Text> texts = parts.stream()
                        .filter(Text.class::isInstance)
                        .map(Text.class::cast)
                        .toList();
                assertThat(texts).hasSizeGreaterThan(40);
                double before = 0;
                for (double end : ends) {
                    assertThat(end - before).isBetween(1.0, SHEET);
                    before = end;
                }
                for (Text text : texts) {
                    Bounds bounds = page.sceneToLocal(text.localToScene(text.getLayoutBounds()));
                    double line = bounds.getHeight() / text.getLayoutInfo().getTextLineCount();
                    for (double end : ends) {
                        double lines = (end - bounds.getMinY()) / line;
                        if (lines > 0.1 && lines < text.getLayoutInfo().getTextLineCount() - 0.1) {
                            assertThat(Math.abs(lines - Math.rint(lines)))
                                    .as(text.getText() + " cut after lines: " + lines)
                                    .isLessThan(0.2);
                        }
                    }
                }
            });
        }
    }

    private static List<Node> parts(Node node) {
        List<Node> parts = new ArrayList<>(List.of(node));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> parts.addAll(parts(child)));
        }
        return parts;
    }
}
