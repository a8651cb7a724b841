using TrainingHub.Courseware.Files;
using TrainingHub.Questions;
using TrainingHub.Standards;

namespace TrainingHub.Courseware;

/// <summary>The named documents and statements a course may rest on, and which of the files beside it are used.</summary>
/// <param name="entries">From all files that could be read.</param>
/// <param name="isWhole">False when a file was broken: what is not found may stand in it.</param>
internal sealed class DocumentShelf(IReadOnlyList<DocumentEntry> entries, bool isWhole)
{
    private readonly HashSet<SourceFile> cited = [];

    /// <summary>Files beside the course that it cites; its own are not among them.</summary>
    public IEnumerable<SourceFile> CitedFiles =>
        cited.Where(file => CoursePaths.IsShared(file.Path)).OrderBy(file => file.Path, StringComparer.Ordinal);

    /// <summary>The document of this id, title, or title with number. Null when there is none, which is then in the log.</summary>
    public NamedDocument? Cite(string name, Place place, ProblemLog log)
    {
        var found = entries.FirstOrDefault(entry => entry.Edition is null
            && (IsName(entry.Document.Id, name) || IsName(entry.Document.Title, name) || IsName(entry.Document.Name, name)));
        if (found is not null)
        {
            cited.Add(found.File);
            return found.Document;
        }

        if (isWhole)
        {
            log.Error(
                place,
                "document-unknown",
                ($"没有登记文件“{name}”。", $"The document '{name}' is not entered."),
                ("写登记过的名称或者id；没有登记的，在课程的documents文件夹里建立这份文件的说明。",
                    "Use a title or id that is entered; a new document gets a file in the course's folder documents."));
        }

        return null;
    }

    /// <summary>Whether the document says it and it may be cited; otherwise it is in the log.</summary>
    public static bool CiteStatement(NamedDocument document, string statement, Place place, ProblemLog log)
    {
        if (document.MayBeCited(statement))
        {
            return true;
        }

        Refuse(document.Statements.Contains(statement, StringComparer.Ordinal) || document.Unverified.Contains(statement, StringComparer.Ordinal), document.Title, statement, place, log);
        return false;
    }

    /// <summary>Whether the edition says it without a clause number and it may be cited; otherwise it is in the log.</summary>
    public bool CiteStatement(EditionName edition, string title, string statement, Place place, ProblemLog log)
    {
        var ofEdition = entries.Where(entry => entry.Edition == edition).ToList();
        if (ofEdition.Find(entry => entry.Document.MayBeCited(statement)) is { } found)
        {
            cited.Add(found.File);
            return true;
        }

        if (isWhole)
        {
            Refuse(ofEdition.Exists(entry => entry.Document.Statements.Concat(entry.Document.Unverified).Contains(statement, StringComparer.Ordinal)), title, statement, place, log);
        }

        return false;
    }

    private static void Refuse(bool isThere, string title, string statement, Place place, ProblemLog log)
    {
        if (isThere)
        {
            log.Error(
                place,
                "statement-unverified",
                ($"《{title}》的这个说法没有核实：“{statement}”。", $"This statement of '{title}' is unverified: '{statement}'."),
                ("核对原文后移到statements，或者换一个依据。", "Check the text and move it to statements, or choose another basis."));
        }
        else
        {
            log.Error(
                place,
                "statement-unknown",
                ($"《{title}》没有登记这个说法：“{statement}”。", $"'{title}' has no such statement entered: '{statement}'."),
                ("照登记的写；没有登记的，核对后写进这份文件的statements。", "Write it as entered; a new one is checked and added to the document's statements."));
        }
    }

    private static bool IsName(string one, string name) => one.Length > 0 && string.Equals(one, name, StringComparison.Ordinal);
}
