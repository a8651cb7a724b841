using TrainingHub.Standards;

namespace TrainingHub.Courseware;

/// <summary>The standards beside a course, and which of their files it cites.</summary>
/// <param name="editions">Each with the file it was read from.</param>
internal sealed class StandardShelf(IReadOnlyList<(StandardEdition Edition, SourceFile File)> editions)
{
    private readonly ILookup<string, (StandardEdition Edition, SourceFile File)> documents = editions.ToLookup(entry => entry.Edition.Slug, StringComparer.Ordinal);
    private readonly HashSet<SourceFile> cited = [];

    /// <summary>The editions that files hold, whichever is cited, by slug and edition.</summary>
    public required IReadOnlyList<StandardEdition> Filed { get; init; }

    /// <summary>Those of them that were not known.</summary>
    public required IReadOnlyList<StandardEdition> Brought { get; init; }

    /// <summary>Names of all files, broken ones too: what cites a broken one is not blamed as well.</summary>
    public required IReadOnlySet<string> FileNames { get; init; }

    /// <summary>Editions that must not be cited: everybody who is signed in reads a course, and these only a unit's own people.</summary>
    public required IReadOnlySet<EditionName> Private { get; init; }

    /// <summary>The day on which the course is published; null reads what the files say of themselves.</summary>
    public required DateOnly? Day { get; init; }

    /// <summary>Paths of the files that hold this edition.</summary>
    public IEnumerable<string> FilesOf(StandardEdition edition) => editions.Where(entry => entry.Edition.Name == edition.Name).Select(entry => entry.File.Path);

    /// <summary>Paths of the files that are cited, and of those that they replace: without these they cannot be read on their own.</summary>
    public IReadOnlyList<string> NeededFiles
    {
        get
        {
            var needed = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var next = editions.Where(entry => cited.Contains(entry.File)).ToList(); next.Count > 0;)
            {
                var replaced = next.Where(entry => needed.TryAdd(entry.File.Path, entry.File.Path)).Select(entry => entry.Edition.Replaces).ToHashSet();
                next = [.. editions.Where(entry => replaced.Contains(entry.Edition.Name))];
            }

            return [.. needed.Keys.Where(path => path.EndsWith(".yml", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        }
    }

    public IEnumerable<SourceFile> CitedFiles => cited;

    /// <summary>An edition with this title, whatever marks, country or edition stand with it; null when the library has none.</summary>
    public StandardEdition? FindTitle(string title) =>
        editions.Select(entry => entry.Edition).FirstOrDefault(edition => string.Equals(PlainTitle(edition.Title), PlainTitle(title), StringComparison.Ordinal));

    /// <summary>Whether the text of a clause that begins with this number was seen in this edition, or in one whose title stands in the words.</summary>
    public bool HasSeen(string number, EditionName? edition, string words) => editions.Any(entry =>
        entry.Edition.Clauses.Any(clause => clause.MayBeCited && clause.Number.StartsWith(number, StringComparison.Ordinal))
        && (entry.Edition.Name == edition || words.Contains(PlainTitle(entry.Edition.Title), StringComparison.Ordinal)));

    /// <summary>Logs when there is no such edition; does not cite it.</summary>
    public void CheckThere(string slug, string edition, Place place, Place editionPlace, ProblemLog log)
    {
        if (!editions.Any(entry => entry.Edition.Name == new EditionName(slug, edition)))
        {
            Cite(slug, edition, place, editionPlace, log);
        }
    }

    /// <summary>The edition in force, else the latest. Null when there is none, which is then in the log.</summary>
    public StandardEdition? CiteCurrent(string slug, Place place, ProblemLog log) => Cite(slug, edition: null, place, place, log);

    /// <summary>The edition of this name; without a name the one in force, else the latest. Null when there is none, which is then in the log.</summary>
    public StandardEdition? Cite(string slug, string? edition, Place place, Place editionPlace, ProblemLog log)
    {
        var ofSlug = documents[slug].ToList();
        if (IsPrivate(slug, edition, ofSlug.Count))
        {
            log.Error(
                place,
                "standard-not-public",
                ($"标准“{slug}”只给本单位人员看，课程不能引用：登录的人都能读课程。", $"The standard '{slug}' is for the unit's own people; a course cannot cite it, since everybody who is signed in reads courses."),
                ("改写为document和statement，或者在标准库里发布一个公开的版本。", "Write document and statement instead, or publish an edition for everybody."));
            return null;
        }

        if (ofSlug.Count is 0)
        {
            if (!FileNames.Contains(slug))
            {
                log.Error(
                    place,
                    "standard-unknown",
                    ($"没有标准“{slug}”。", $"There is no standard '{slug}'."),
                    ("改正名称，或者在_standards里建立这个标准的文件。", "Correct the name, or create the standard's file in _standards."));
            }

            return null;
        }

        // An edition that is known ahead of its day is not taught before it; from its day on lessons of older versions are listed for a look.
        var current = edition is null && Day is { } today ? new EditionHistory(editions.Select(entry => entry.Edition).DistinctBy(entry => entry.Name)).CurrentOf(slug, today)?.Name : null;
        var found = ofSlug
            .Where(entry => edition is null || string.Equals(entry.Edition.Edition, edition, StringComparison.Ordinal))
            .OrderByDescending(entry => entry.Edition.Name == current)
            .ThenByDescending(entry => entry.Edition.Status is EditionStatus.InForce)
            .ThenByDescending(entry => entry.Edition.FirstDay())
            .FirstOrDefault();
        if (found.Edition is null)
        {
            log.Error(
                editionPlace,
                "edition-unknown",
                ($"标准“{slug}”没有“{edition}”版。", $"The standard '{slug}' has no edition '{edition}'."),
                ($"已有的版本：{string.Join("、", ofSlug.Select(entry => entry.Edition.Edition))}。",
                    $"Known editions: {string.Join(", ", ofSlug.Select(entry => entry.Edition.Edition))}."));
            return null;
        }

        cited.Add(found.File);
        return found.Edition;
    }

    private bool IsPrivate(string slug, string? edition, int open) => edition is null
        ? open is 0 && Private.Any(name => string.Equals(name.Slug, slug, StringComparison.Ordinal))
        : Private.Contains(new EditionName(slug, edition));

    /// <summary>The clause, if it exists and may be cited; null otherwise, which is then in the log.</summary>
    public static Clause? CiteClause(StandardEdition edition, string number, Place place, ProblemLog log)
    {
        if (edition.FindClause(number) is not { } clause)
        {
            log.Error(
                place,
                "clause-unknown",
                ($"《{edition.Title}》（{edition.Edition}）里没有登记“{number}”。", $"'{edition.Title}' ({edition.Edition}) has no clause '{number}' entered."),
                ("按标准文件里的条号改正；没有见过条文的改写为statement。", "Use a number of the standard's file; where the text was not seen write a statement instead."));
            return null;
        }

        if (!clause.MayBeCited)
        {
            log.Error(
                place,
                "clause-unseen",
                ($"《{edition.Title}》“{number}”没有见过条文，不能引用条号。", $"The text of '{number}' was not seen, so its number must not be cited."),
                ("核对条文后把seen改为V或V-摘，或者改写为statement。", "Check the text and set seen to V or V-摘, or write a statement instead."));
            return null;
        }

        return clause;
    }

    // 《中华人民共和国食品安全法》（2021年修正文本） is 食品安全法: what stands in brackets at the end is an edition or a number.
    private static string PlainTitle(string title)
    {
        var plain = title.Replace("《", "", StringComparison.Ordinal).Replace("》", "", StringComparison.Ordinal).Trim();
        var bracket = plain.IndexOfAny(['（', '(']);
        plain = bracket > 0 && plain[^1] is '）' or ')' ? plain[..bracket].TrimEnd() : plain;
        return plain.StartsWith("中华人民共和国", StringComparison.Ordinal) ? plain["中华人民共和国".Length..] : plain;
    }
}
