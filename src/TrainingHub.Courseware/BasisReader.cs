using TrainingHub.Questions;
using TrainingHub.Standards;

namespace TrainingHub.Courseware;

/// <summary>Reads a question's basis and holds it against the standards.</summary>
internal sealed class BasisReader(StandardShelf shelf, ProblemLog log)
{
    /// <summary>Null when it is missing or wrong, which is then in the log.</summary>
    public Basis? Read(Fields fields, QuestionUse? use)
    {
        var basis = fields.Has("standard") ? ReadStandard(fields, use)
            : fields.Has("document") ? ReadDocument(fields)
            : Refuse(fields);
        fields.RefuseOthers();
        return basis;
    }

    private static Basis.OfDocument? ReadDocument(Fields fields)
    {
        var document = fields.Text("document");
        var area = fields.OptionalText("area");
        var statement = fields.Text("statement");
        return document.Length > 0 && statement.Length > 0 ? new Basis.OfDocument(document, area, statement) : null;
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

        CheckStatus(edition, use, fields.PlaceOf("edition"));
        if (fields.Has("statement"))
        {
            var statement = fields.Text("statement");
            return statement.Length > 0 ? new Basis.OfStatement(slug, name, statement) : null;
        }

        var number = fields.Text("clause");
        return number.Length > 0 && StandardShelf.CiteClause(edition, number, fields.PlaceOf("clause"), log) is { } clause
            ? new Basis.OfClause(slug, name, clause.Number)
            : null;
    }

    private void CheckStatus(StandardEdition edition, QuestionUse? use, Place place)
    {
        if (use is null or QuestionUse.Practice)
        {
            return;
        }

        if (edition.Status is EditionStatus.ToBeChecked)
        {
            log.Error(
                place,
                "edition-to-be-checked",
                ($"《{edition.Title}》（{edition.Edition}）是待核版本，不能用于考试。", $"'{edition.Title}' ({edition.Edition}) is still to be checked and cannot be examined."),
                ("把use改为practice，或者核对后改标准的status。", "Make the use practice, or check the standard and change its status."));
        }
        else if (edition.Status is EditionStatus.Replaced)
        {
            log.Warning(
                place,
                "edition-replaced",
                ($"《{edition.Title}》（{edition.Edition}）已被替代。", $"'{edition.Title}' ({edition.Edition}) has been replaced."),
                ("按现行版本修改题目，或者把use改为practice。", "Revise the question by the edition in force, or make its use practice."));
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
