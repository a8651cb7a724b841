using TrainingHub.Standards;

namespace TrainingHub.Courseware;

/// <summary>Reads the files in _standards.</summary>
internal static class StandardsReader
{
    public static readonly Dictionary<string, EditionStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["inForce"] = EditionStatus.InForce,
        ["replaced"] = EditionStatus.Replaced,
        ["toBeChecked"] = EditionStatus.ToBeChecked,
    };

    private static readonly Dictionary<string, StandardKind> Kinds = new(StringComparer.Ordinal)
    {
        ["law"] = StandardKind.Law,
        ["regulation"] = StandardKind.Regulation,
        ["rule"] = StandardKind.Rule,
        ["guideline"] = StandardKind.Guideline,
        ["technical"] = StandardKind.Technical,
        ["local"] = StandardKind.Local,
        ["other"] = StandardKind.Other,
    };

    /// <param name="files">The files in _standards.</param>
    /// <param name="known">Editions that are there without a file, and win over one.</param>
    /// <param name="log">Takes what is wrong.</param>
    /// <param name="day">The day of publication; null when none is meant.</param>
    public static StandardShelf Read(CourseFiles files, IReadOnlyList<StandardEdition> known, ProblemLog log, DateOnly? day)
    {
        List<(StandardEdition Edition, SourceFile File)> editions = [];
        foreach (var file in files.Standards)
        {
            if (ReadEdition(file, log) is not { } edition)
            {
                continue;
            }

            if (editions.Exists(other => (other.Edition.Slug, other.Edition.Edition).Equals((edition.Slug, edition.Edition))))
            {
                log.Error(
                    file.At(1),
                    "edition-repeated",
                    ($"标准“{edition.Slug}”的“{edition.Edition}”版在另一个文件里已经有了。", $"Edition '{edition.Edition}' of '{edition.Slug}' is already in another file."),
                    ("删除一份，或者改正版本。", "Delete one, or correct the edition."));
            }

            editions.Add((edition, file));
        }

        CheckReplaced(editions, known, log);
        CheckInForce(editions, known, log);
        var filed = editions.Select(entry => entry.Edition).ToList();
        foreach (var edition in known)
        {
            Prefer(edition, editions, log);
        }

        return new StandardShelf(editions, filed, files.StandardPaths.Select(NameOf).ToHashSet(StringComparer.Ordinal), day);
    }

    private static void Prefer(StandardEdition known, List<(StandardEdition Edition, SourceFile File)> editions, ProblemLog log)
    {
        var at = editions.FindIndex(entry => entry.Edition.Name == known.Name);
        if (at >= 0 && string.Equals(EditionText.Of(editions[at].Edition), EditionText.Of(known), StringComparison.Ordinal))
        {
            // The same words: the file stands for it, and a course that is given back has the hash that it went with.
            return;
        }

        if (at >= 0)
        {
            log.Warning(
                editions[at].File.At(null),
                "edition-known",
                ("系统里已有这个版本，内容与这个文件不同；以系统里的为准。", "The system has this edition with other content; the system's is used."),
                ("删除这个文件，或者在标准库里更正。", "Delete the file, or correct the standard in the library."));
            editions.RemoveAt(at);
        }

        editions.Add((known, new SourceFile($"_standards/{known.Slug}@{known.Edition}", EditionText.Of(known))));
    }

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);

    private static StandardEdition? ReadEdition(SourceFile file, ProblemLog log)
    {
        if (Fields.From(YamlText.Parse(file.Text, file.At(0), log), file.At(0), log) is not { } fields)
        {
            return null;
        }

        var slug = fields.Text("slug");
        var edition = fields.Text("edition");
        CheckFileName(slug, edition, NameOf(file.Path), fields.PlaceOf("slug"), log);
        var status = fields.Word("status", Statuses) ?? EditionStatus.ToBeChecked;
        var read = new StandardEdition
        {
            Slug = slug,
            Title = fields.Text("title"),
            Edition = edition,
            Number = fields.Text("number"),
            Issuer = fields.Text("issuer"),
            // What is in force was published on a day that can be found; of what it replaced the day may be lost.
            Issued = fields.Day("issued", required: status is EditionStatus.InForce),
            InForceFrom = fields.Day("inForceFrom", required: false),
            InForceUntil = fields.Day("inForceUntil", required: false),
            Kind = fields.Has("kind") ? fields.Word("kind", Kinds) ?? StandardKind.Other : StandardKind.Other,
            Replaces = ReadReplaced(fields),
            Status = status,
            Clauses = ReadClauses(fields, log),
        };
        fields.RefuseOthers();
        return read;
    }

    // A second edition of the same standard needs a file of its own, with the edition in its name.
    private static void CheckFileName(string slug, string edition, string name, Place place, ProblemLog log)
    {
        if (string.Equals(name, $"{slug}-{edition}", StringComparison.Ordinal))
        {
            Slugs.Check(slug, place, log);
        }
        else
        {
            Slugs.CheckName(slug, name, place, log);
        }
    }

    private static void CheckReplaced(List<(StandardEdition Edition, SourceFile File)> editions, IReadOnlyList<StandardEdition> known, ProblemLog log)
    {
        var names = editions.Select(entry => entry.Edition.Name).Concat(known.Select(edition => edition.Name)).ToHashSet();
        foreach (var (edition, file) in editions.Where(entry => entry.Edition.Replaces is { } replaced && !names.Contains(replaced)))
        {
            log.Error(
                file.At(null),
                "replaced-unknown",
                ($"replaces写的是“{edition.Replaces?.Slug}”的“{edition.Replaces?.Edition}”版，没有登记。", $"'replaces' names edition '{edition.Replaces?.Edition}' of '{edition.Replaces?.Slug}', which is not there."),
                ("改正名称和版本，或者为被替代的版本建立文件。", "Correct the name and the edition, or create a file for the replaced edition."));
        }
    }

    /// <summary>Of two editions of one document in force, neither of which says that it replaces the other, nothing tells which one holds.</summary>
    private static void CheckInForce(List<(StandardEdition Edition, SourceFile File)> editions, IReadOnlyList<StandardEdition> known, ProblemLog log)
    {
        List<StandardEdition> all = [.. editions.Select(entry => entry.Edition), .. known.Where(edition => editions.TrueForAll(entry => entry.Edition.Name != edition.Name))];
        var replaced = all.Select(edition => edition.Replaces).OfType<EditionName>().ToHashSet();
        var inForce = all.Where(edition => edition.Status is EditionStatus.InForce && edition.InForceUntil is null && !replaced.Contains(edition.Name))
            .ToLookup(edition => edition.Slug, StringComparer.Ordinal);
        foreach (var (edition, file) in editions)
        {
            if (inForce[edition.Slug].Contains(edition)
                && inForce[edition.Slug].FirstOrDefault(other => other.Name != edition.Name && other.FirstDay() <= edition.FirstDay()) is { } rival)
            {
                log.Warning(
                    file.At(1),
                    "edition-both-in-force",
                    ($"“{edition.Slug}”的“{rival.Edition}”版和“{edition.Edition}”版都写着现行。", $"Editions '{rival.Edition}' and '{edition.Edition}' of '{edition.Slug}' are both in force."),
                    ("新版本写replaces，旧版本的status改为replaced；旧版本还有效的，写inForceUntil。", "Let the later one say 'replaces' and make the earlier one 'replaced', or give the earlier one inForceUntil."));
            }
        }
    }

    private static EditionName? ReadReplaced(Fields edition)
    {
        if (!edition.Has("replaces") || edition.Nested("replaces") is not { } replaced)
        {
            return null;
        }

        var name = new EditionName(replaced.Text("standard"), replaced.Text("edition"));
        replaced.RefuseOthers();
        return name;
    }

    private static List<Clause> ReadClauses(Fields edition, ProblemLog log)
    {
        List<Clause> clauses = [];
        // A document known only from what others say of it has no clauses to enter: questions cite it by statement.
        foreach (var fields in edition.HasEmptyList("clauses") ? [] : edition.List("clauses"))
        {
            var clause = new Clause(fields.Text("number"), fields.OptionalText("title"), fields.Text("text"), ReadSighting(fields))
            {
                Formerly = fields.OptionalText("formerly"),
            };
            fields.RefuseOthers();
            if (clause.Number.Length > 0 && clauses.Exists(other => string.Equals(other.Number, clause.Number, StringComparison.Ordinal)))
            {
                log.Error(
                    fields.PlaceOf("number"),
                    "clause-repeated",
                    ($"条号“{clause.Number}”重复。", $"The clause number '{clause.Number}' is repeated."),
                    ("每个条号只写一次。", "Write each number once."));
            }

            clauses.Add(clause);
        }

        return clauses;
    }

    // Other marks of how a clause is known (told by others, from memory) are allowed here; citing such a clause is not.
    private static ClauseSighting ReadSighting(Fields clause) => clause.Text("seen") switch
    {
        "V" => ClauseSighting.Full,
        "V-摘" => ClauseSighting.Excerpt,
        _ => ClauseSighting.Unseen,
    };
}
