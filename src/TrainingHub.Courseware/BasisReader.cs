using TrainingHub.Questions;
using TrainingHub.Standards;

namespace TrainingHub.Courseware;

/// <summary>Reads a question's basis and holds it against the standards and the named documents.</summary>
internal sealed class BasisReader(StandardShelf shelf, DocumentShelf documents, ProblemLog log)
{
    /// <summary>Null when it is missing or wrong, which is then in the log.</summary>
    public Basis? Read(Fields fields, QuestionUse? use)
    {
        var basis = fields.Has("standard") ? ReadStandard(fields, use)
            : fields.Has("document") ? ReadDocument(fields, use)
            : Refuse(fields);
        fields.RefuseOthers();
        return basis;
    }

    private Basis.OfDocument? ReadDocument(Fields fields, QuestionUse? use)
    {
        var name = fields.Text("document");
        var area = fields.OptionalText("area");
        var statement = fields.Text("statement");
        if (name.Length is 0 || statement.Length is 0)
        {
            return null;
        }

        if (shelf.FindTitle(name) is { } edition)
        {
            DocumentsReader.RefuseStandard(name, edition, fields.PlaceOf("document"), log);
            return null;
        }

        if (documents.Cite(name, fields.PlaceOf("document"), log) is not { } document)
        {
            return null;
        }

        CheckStatus(document.Status, document.Name, use, fields.PlaceOf("document"));
        CheckArea(document, area, fields.PlaceOf(area is null ? "document" : "area"));
        return DocumentShelf.CiteStatement(document, statement, fields.PlaceOf("statement"), log)
            ? new Basis.OfDocument(document.Name, document.Area, statement)
            : null;
    }

    private void CheckArea(NamedDocument document, string? area, Place place)
    {
        if (string.Equals(area, document.Area, StringComparison.Ordinal))
        {
            return;
        }

        log.Error(
            place,
            "area-differs",
            document.Area is null
                ? ($"《{document.Title}》不是地方文件，题目却写了area“{area}”。", $"'{document.Title}' is not local, yet the question names the area '{area}'.")
                : ($"《{document.Title}》是地方文件，适用于“{document.Area}”，题目写的是“{area}”。", $"'{document.Title}' is local and holds in '{document.Area}'; the question says '{area}'."),
            document.Area is null ? ("删除area。", "Remove area.") : ($"写“area: {document.Area}”，题干里也写明。", $"Write 'area: {document.Area}', and name it in the stem too."));
    }

    private Basis? ReadStandard(Fields fields, QuestionUse? use)
    {
        var slug = fields.Text("standard");
        var name = fields.Text("edition");
        var hasBoth = fields.Has("clause") == fields.Has("statement");
        if (slug.Length is 0 || name.Length is 0)
        {
            return null;
        }

        if (hasBoth)
        {
            return Refuse(fields);
        }

        if (shelf.Cite(slug, name, fields.PlaceOf("standard"), fields.PlaceOf("edition"), log) is not { } edition)
        {
            return null;
        }

        CheckStatus(edition.Status, $"{edition.Title}（{edition.Edition}）", use, fields.PlaceOf("edition"));
        if (fields.Has("statement"))
        {
            var statement = fields.Text("statement");
            return statement.Length > 0 && documents.CiteStatement(edition.Name, edition.Title, statement, fields.PlaceOf("statement"), log)
                ? new Basis.OfStatement(slug, name, statement)
                : null;
        }

        var number = fields.Text("clause");
        return number.Length > 0 && StandardShelf.CiteClause(edition, number, fields.PlaceOf("clause"), log) is { } clause
            ? new Basis.OfClause(slug, name, clause.Number)
            : null;
    }

    private void CheckStatus(EditionStatus status, string title, QuestionUse? use, Place place)
    {
        if (use is null or QuestionUse.Practice)
        {
            return;
        }

        if (status is EditionStatus.ToBeChecked)
        {
            log.Error(
                place,
                "edition-to-be-checked",
                ($"《{title}》是待核版本，不能用于考试。", $"'{title}' is still to be checked and cannot be examined."),
                ("把use改为practice，或者核对后改status。", "Make the use practice, or check the text and change its status."));
        }
        else if (status is EditionStatus.Replaced)
        {
            log.Warning(
                place,
                "edition-replaced",
                ($"《{title}》已被替代或者已经期满。", $"'{title}' has been replaced or has run out."),
                ("按现行文件修改题目，或者把use改为practice。", "Revise the question by what is in force, or make its use practice."));
        }
    }

    private Basis? Refuse(Fields fields)
    {
        // Asked for so that they do not also count as unknown fields.
        _ = fields.Has("edition") | fields.Has("clause") | fields.Has("statement") | fields.Has("area");
        log.Error(
            fields.Place,
            "basis-incomplete",
            ("依据没有写全，或者同时写了条号和说法。", "The basis is incomplete, or names both a clause and a statement."),
            ("写standard、edition和clause，或者standard、edition和statement，或者document和statement。",
                "Write standard, edition and clause; or standard, edition and statement; or document and statement."));
        return null;
    }
}
