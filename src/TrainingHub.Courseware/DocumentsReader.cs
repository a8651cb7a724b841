using System.Globalization;
using TrainingHub.Questions;
using TrainingHub.Standards;

namespace TrainingHub.Courseware;

/// <summary>Reads the named documents and statements: those beside the courses, and the course's own.</summary>
internal sealed class DocumentsReader(StandardShelf shelf, ProblemLog log)
{
    private static readonly Dictionary<string, DocumentSighting> Sightings = new(StringComparer.Ordinal)
    {
        ["V"] = DocumentSighting.Full,
        ["V-摘"] = DocumentSighting.Excerpt,
        ["V-转"] = DocumentSighting.Told,
        ["K"] = DocumentSighting.Unverified,
    };

    private static readonly string[] DateFormats = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    private readonly List<DocumentEntry> entries = [];

    public DocumentShelf Read(CourseFiles files)
    {
        var isWhole = files.Documents.Count == files.DocumentPaths.Count;
        foreach (var file in files.Documents)
        {
            if (Fields.From(YamlText.Parse(file.Text, file.At(0), log), file.At(0), log) is not { } fields)
            {
                isWhole = false;
                continue;
            }

            entries.Add(fields.Has("standard") ? ReadStatements(fields, file) : ReadDocument(fields, file));
            fields.RefuseOthers();
        }

        CheckRepeated();
        return new DocumentShelf(entries, isWhole);
    }

    private DocumentEntry ReadDocument(Fields fields, SourceFile file)
    {
        var id = fields.Text("id");
        Slugs.CheckName(id, Path.GetFileNameWithoutExtension(file.Name), fields.PlaceOf("id"), log);
        var title = fields.Text("title");
        if (shelf.FindTitle(title) is { } edition)
        {
            RefuseStandard(title, edition, fields.PlaceOf("title"), log);
        }

        return new DocumentEntry(file, Edition: null, new NamedDocument
        {
            Id = id,
            Title = title,
            Number = fields.OptionalText("number"),
            Issuer = fields.OptionalText("issuer"),
            Issued = ReadIssued(fields),
            Area = fields.OptionalText("area"),
            Status = fields.Word("status", StandardsReader.Statuses) ?? EditionStatus.ToBeChecked,
            Seen = fields.Word("seen", Sightings) ?? DocumentSighting.Full,
            Statements = ReadTexts(fields, "statements"),
            Unverified = fields.Has("unverified") ? ReadTexts(fields, "unverified") : [],
        });
    }

    /// <summary>Says that a document is one of the library and is cited as such.</summary>
    public static void RefuseStandard(string title, StandardEdition edition, Place place, ProblemLog log) =>
        log.Error(
            place,
            "document-is-standard",
            ($"“{title}”在标准库里已有：{edition.Slug}，“{edition.Edition}”版。", $"'{title}' is in the library of standards: {edition.Slug}, edition '{edition.Edition}'."),
            ("写standard和edition，标准的修订和废止才管得到这道题。", "Write standard and edition, so that a revision or repeal reaches the question."));

    // What an edition says without a clause number. The edition keeps its own title, dates and status.
    private DocumentEntry ReadStatements(Fields fields, SourceFile file)
    {
        var slug = fields.Text("standard");
        var name = fields.Text("edition");
        var entry = new DocumentEntry(file, new EditionName(slug, name), new NamedDocument
        {
            Id = "",
            Title = slug,
            Status = EditionStatus.InForce,
            Seen = fields.Word("seen", Sightings) ?? DocumentSighting.Full,
            Statements = ReadTexts(fields, "statements"),
            Unverified = fields.Has("unverified") ? ReadTexts(fields, "unverified") : [],
        });
        if (slug.Length > 0 && name.Length > 0)
        {
            shelf.CheckThere(slug, name, fields.PlaceOf("standard"), fields.PlaceOf("edition"), log);
        }

        return entry;
    }

    private List<string> ReadTexts(Fields fields, string name)
    {
        var texts = fields.Texts(name);
        foreach (var repeated in texts.GroupBy(text => text.Text, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            log.Error(
                repeated.Place,
                "statement-repeated",
                ($"“{repeated.Text}”重复。", $"'{repeated.Text}' is repeated."),
                ("每个说法只写一次。", "Write each statement once."));
        }

        return [.. texts.Select(text => text.Text)];
    }

    private string? ReadIssued(Fields fields)
    {
        var text = fields.OptionalText("issued");
        if (text is not null && !DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            log.Error(
                fields.PlaceOf("issued"),
                "date-invalid",
                ($"“issued”写的是“{text}”，不是日期。", $"'issued' is '{text}', which is not a date."),
                ("知道多少写多少：“2014”“2014-03”或者“2014-03-05”；不知道的不写。", "Write what is known: 2014, 2014-03 or 2014-03-05; leave it out when nothing is."));
        }

        return text;
    }

    private void CheckRepeated()
    {
        foreach (var (place, entry) in entries.Index())
        {
            var first = entries.Take(place).FirstOrDefault(other => entry.Edition is null
                ? other.Edition is null && (Same(other.Document.Id, entry.Document.Id) || Same(other.Document.Name, entry.Document.Name))
                : other.Edition == entry.Edition);
            if (first is not null)
            {
                log.Error(
                    entry.File.At(1),
                    "document-repeated",
                    ($"这份文件在{first.File.Path}里已经有了。", $"This document is already in {first.File.Path}."),
                    ("合并成一份。", "Keep one of them."));
            }
        }
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
