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
        ["post"] = StandardKind.Post,
        ["other"] = StandardKind.Other,
    };

    /// <param name="files">The files in _standards.</param>
    /// <param name="setting">Its known editions are there without a file, and win over one.</param>
    /// <param name="log">Takes what is wrong.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static StandardShelf Read(CourseFiles files, CourseSetting setting, ProblemLog log, CancellationToken cancel)
    {
        var names = new HashSet<EditionName>();
        List<FiledEdition> editions = [];
        foreach (var file in files.Standards)
        {
            cancel.ThrowIfCancellationRequested();
            if (ReadEdition(file, log) is not { Edition: var edition } read)
            {
                continue;
            }

            if (!names.Add(edition.Name))
            {
                log.Error(
                    file.At(1),
                    "edition-repeated",
                    ($"标准“{edition.Slug}”的“{edition.Edition}”版在另一个文件里已经有了。", $"Edition '{edition.Edition}' of '{edition.Slug}' is already in another file."),
                    ("删除一份，或者改正版本。", "Delete one, or correct the edition."));
            }

            editions.Add(read);
        }

        CheckReplaced(editions, setting, log);
        CheckInForce(editions, setting.Known, log);
        var known = setting.Known.Select(edition => edition.Name).ToHashSet();
        var brought = editions.Where(entry => !known.Contains(entry.Edition.Name)).ToList();
        if (setting.Owner is { } owner)
        {
            BroughtStandards.Check(brought, owner, log);
        }

        return new StandardShelf(Preferred(editions, setting.Known, log))
        {
            Filed = InOrder(editions),
            Brought = InOrder(brought),
            FileNames = files.StandardPaths.Select(NameOf).ToHashSet(StringComparer.Ordinal),
            Private = setting.Owner?.Private ?? new HashSet<EditionName>(),
            Day = setting.Day,
        };
    }

    private static List<(StandardEdition Edition, SourceFile File)> Preferred(List<FiledEdition> filed, IReadOnlyList<StandardEdition> known, ProblemLog log)
    {
        List<(StandardEdition, SourceFile)> kept = [];
        var ofName = filed.ToLookup(entry => entry.Edition.Name);
        var others = filed.Select(entry => entry.Edition.Name).ToHashSet();
        foreach (var edition in known)
        {
            others.Remove(edition.Name);
            var text = EditionText.Of(edition);
            if (ofName[edition.Name].FirstOrDefault() is not { } entry)
            {
                kept.Add((edition, new SourceFile($"_standards/{edition.Slug}@{edition.Edition}", text)));
            }
            else if (string.Equals(EditionText.Of(entry.Edition), text, StringComparison.Ordinal))
            {
                // The same words: the file stands for it, and a course that is given back has the hash that it went with.
                kept.Add((entry.Edition, entry.File));
            }
            else
            {
                log.Warning(
                    entry.File.At(null),
                    "edition-known",
                    ("系统里已有这个版本，内容与这个文件不同；以系统里的为准。", "The system has this edition with other content; the system's is used."),
                    ("删除这个文件，或者在标准库里更正。", "Delete the file, or correct the standard in the library."));
                kept.Add((edition, new SourceFile($"_standards/{edition.Slug}@{edition.Edition}", text)));
            }
        }

        return [.. filed.Where(entry => others.Contains(entry.Edition.Name)).Select(entry => (entry.Edition, entry.File)), .. kept];
    }

    private static IReadOnlyList<StandardEdition> InOrder(IEnumerable<FiledEdition> editions) =>
        [.. editions.Select(entry => entry.Edition).OrderBy(edition => edition.Slug, StringComparer.Ordinal).ThenBy(edition => edition.Edition, StringComparer.Ordinal)];

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);

    private static FiledEdition? ReadEdition(SourceFile file, ProblemLog log)
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
        return new FiledEdition(read, file, fields.PlaceOf);
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

    private static void CheckReplaced(List<FiledEdition> editions, CourseSetting setting, ProblemLog log)
    {
        // Of an edition for the unit's own people the rule on what a unit brings says more.
        var names = editions.Select(entry => entry.Edition.Name).Concat(setting.Known.Select(edition => edition.Name)).Concat(setting.Owner?.Private ?? new HashSet<EditionName>()).ToHashSet();
        foreach (var (edition, _, placeOf) in editions.Where(entry => entry.Edition.Replaces is { } replaced && !names.Contains(replaced)))
        {
            log.Error(
                placeOf("replaces"),
                "replaced-unknown",
                ($"replaces写的是“{edition.Replaces?.Slug}”的“{edition.Replaces?.Edition}”版，没有登记。", $"'replaces' names edition '{edition.Replaces?.Edition}' of '{edition.Replaces?.Slug}', which is not there."),
                ("改正名称和版本，或者为被替代的版本建立文件。", "Correct the name and the edition, or create a file for the replaced edition."));
        }
    }

    /// <summary>Of two editions of one document in force, neither of which says that it replaces the other, nothing tells which one holds.</summary>
    private static void CheckInForce(List<FiledEdition> editions, IReadOnlyList<StandardEdition> known, ProblemLog log)
    {
        List<StandardEdition> all = [.. editions.Select(entry => entry.Edition), .. known.Where(edition => editions.TrueForAll(entry => entry.Edition.Name != edition.Name))];
        var replaced = all.Select(edition => edition.Replaces).OfType<EditionName>().ToHashSet();
        var inForce = all.Where(edition => edition.Status is EditionStatus.InForce && edition.InForceUntil is null && !replaced.Contains(edition.Name))
            .ToLookup(edition => edition.Slug, StringComparer.Ordinal);
        foreach (var (edition, file, _) in editions)
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
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        // A document known only from what others say of it has no clauses to enter: questions cite it by statement.
        foreach (var fields in edition.HasEmptyList("clauses") ? [] : edition.List("clauses", ClauseText.Most))
        {
            var clause = new Clause(fields.Text("number"), fields.OptionalText("title"), fields.Text("text"), ReadSighting(fields))
            {
                Formerly = fields.OptionalText("formerly"),
            };
            fields.RefuseOthers();
            if (clause.Number.Length > ClauseText.LongestNumber || clause.Text.Length > ClauseText.Longest)
            {
                log.Error(
                    fields.PlaceOf("number"),
                    "clause-too-long",
                    ($"条号超过{ClauseText.LongestNumber}个字符，或者条文超过{ClauseText.Longest:#,0}个字符。", $"The number has more than {ClauseText.LongestNumber} characters, or the text more than {ClauseText.Longest:#,0}."),
                    ("拆成几条。", "Split the clause."));
            }

            if (clause.Number.Length > 0 && !numbers.Add(clause.Number))
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
