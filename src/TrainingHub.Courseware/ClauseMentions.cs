using System.Text.RegularExpressions;
using TrainingHub.Questions;
using TrainingHub.Standards;

namespace TrainingHub.Courseware;

/// <summary>Clause numbers in the words of a question: they stand only where the text was seen, as in its basis.</summary>
internal sealed partial class ClauseMentions(StandardShelf shelf, ProblemLog log)
{
    /// <summary>In what is asked a number that was not seen is an error, in the explanation a warning.</summary>
    /// <param name="asked">Stem and options.</param>
    /// <param name="askedPlace">Of the stem.</param>
    /// <param name="explanation">As written.</param>
    /// <param name="explanationPlace">Of the explanation.</param>
    /// <param name="basis">What the question rests on.</param>
    public void Check(string asked, Place askedPlace, string explanation, Place explanationPlace, Basis basis)
    {
        foreach (var number in UnseenIn(asked, basis))
        {
            var (what, mend) = WordsFor(number);
            log.Error(askedPlace, "clause-number-unseen", what, mend);
        }

        foreach (var number in UnseenIn(explanation, basis))
        {
            var (what, mend) = WordsFor(number);
            log.Warning(explanationPlace, "clause-number-unseen", what, mend);
        }
    }

    private IEnumerable<string> UnseenIn(string words, Basis basis)
    {
        var edition = basis switch
        {
            Basis.OfClause clause => new EditionName(clause.StandardSlug, clause.Edition),
            Basis.OfStatement said => new EditionName(said.StandardSlug, said.Edition),
            _ => null,
        };
        return Numbers().Matches(words).Select(match => match.Value).Distinct(StringComparer.Ordinal).Where(number => !shelf.HasSeen(number, edition, words));
    }

    private static ((string, string) What, (string, string) Mend) WordsFor(string number) => (
        ($"写了“{number}”，可是没有登记见过这一条的条文。", $"It names '{number}', whose text is not entered as seen."),
        ("删去条号，只写文件名称；或者核对条文后在标准里补上这一条。", "Name the document without the number, or check the text and enter the clause."));

    // After a title, its edition in brackets, or the last word of a law's short name. “六不”的第六条 is no clause.
    [GeneratedRegex("(?<=[》）)法例定则南准] ?)第[一二三四五六七八九十百千零〇0-9]+条(之[一二三四五六七八九十])?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();
}
