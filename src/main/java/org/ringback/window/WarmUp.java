package org.ringback.window;

import javafx.application.Application;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.Look;

/**
 * Lays out a little of everything that the first frame has, where nobody sees it. The toolkit's thread has nothing to do
 * while texts and settings are being loaded; after that its style sheets, fonts and skins are there.
 */
final class WarmUp {

    private static final double LOW = 60;

    private WarmUp() {}

    static void run() {
        Application.setUserAgentStylesheet(Look.lightStyleSheet());
        var field = new TextField();
        field.setPromptText("486");
        var line = new HBox(
                new Label("486", Icons.of(Feather.SEARCH)),
                field,
                new ToggleButton("486"),
                new Button("486"),
                new MenuButton("486"));
        var list = new ListView<>(FXCollections.observableArrayList("486", "600"));
        var page = new SplitPane(list, new ScrollPane(new VBox(new Label("486"), new Label("600"))));
        // A higher list would make rows to fill it.
        page.setMaxHeight(LOW);
        var root = new VBox(line, page);
        root.getStyleClass().add(Look.ROOT);
        var scene = new Scene(root, MainWindow.WIDTH, MainWindow.HEIGHT);
        scene.getStylesheets().setAll(Look.styleSheets());
        root.applyCss();
        root.layout();
    }
}
