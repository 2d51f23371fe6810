package jp.ishikari.link.documents.print;

import java.util.List;
import jp.ishikari.link.forms.AnswersInWords;

/**
 * What stands on a sheet of questions and answers. Nobody can be refused what they sent in: a
 * character that no font draws stands as 〓, or in the shape that there is, and is named at the end.
 *
 * @param author who issues it
 * @param notes sentences at the end
 */
public record Sheet(
    String title, String author, List<AnswersInWords.Section> sections, List<String> notes) {}
