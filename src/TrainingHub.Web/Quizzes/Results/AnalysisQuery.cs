using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Standards;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes.Results;

/// <summary>
/// Counts how questions were answered. The database counts equal answers to equal papers; each of them is graded once, by the key that holds now.
/// </summary>
public sealed class AnalysisQuery(Db db, ResultsQuery results, QuizPeople people, QuizReach reach, QuestionShelf questionShelf, CorrectedQuestions corrected, ReadableEditions standards)
{
    /// <summary>Null when there is no such quiz, or the unit asked for is out of reach.</summary>
    public async Task<AnalysisPage?> RunAsync(string slug, string? code, CancellationToken cancel)
    {
        if (await results.FindAsync(slug, code, cancel) is not var (title, unit))
        {
            return null;
        }

        var lines = await QuestionsAsync(slug, unit?.Id, cancel);
        var maySeeKeys = await reach.IsOwnAsync(slug, cancel);
        // On which clause a question rests helps to answer it.
        var clauses = await reach.IsAnsweringAsync(slug, cancel) ? [] : await ClausesAsync(lines, cancel);
        return new AnalysisPage(slug, title, unit is null ? null : (unit.Code, unit.Name), clauses, maySeeKeys ? lines : [], maySeeKeys);
    }

    /// <summary>By clause, the worst first; a question that rests on several counts for each.</summary>
    public async Task<IReadOnlyList<AnalysisPage.ClauseLine>> ClausesAsync(IReadOnlyList<AnalysisPage.QuestionLine> lines, CancellationToken cancel)
    {
        var clauses = new List<AnalysisPage.ClauseLine>();
        foreach (var group in lines.SelectMany(line => line.Question.Key.Bases.Select(NameOf).Distinct().Select(name => (Name: name, Line: line))).GroupBy(one => one.Name, one => one.Line))
        {
            var (slug, edition, document, clause) = group.Key;
            var title = slug is null || edition is null ? document : (await standards.FindAsync(new EditionName(slug, edition), cancel))?.Title ?? slug;
            clauses.Add(new AnalysisPage.ClauseLine(title ?? "", clause, group.Sum(line => line.Shown), group.Sum(line => line.Right)));
        }

        return [.. clauses.OrderBy(line => line.Percent).ThenByDescending(line => line.Shown)];
    }

    /// <summary>Question by question, the worst first.</summary>
    public async Task<IReadOnlyList<AnalysisPage.QuestionLine>> QuestionsAsync(string slug, Guid? unitId, CancellationToken cancel)
    {
        var shown = from sitting in people.Sittings(slug, unitId)
                    where sitting.Attempt.Points != null
                    join item in db.AttemptItems on sitting.Attempt.Id equals item.AttemptId
                    select new
                    {
                        item.QuestionHash,
                        item.OptionOrder,
                        Choice = db.AnswerEntries.Where(entry => entry.AttemptId == item.AttemptId && entry.Item == item.Number && !entry.IsLate)
                            .OrderByDescending(entry => entry.Version).Select(entry => entry.Choice).FirstOrDefault(),
                    };
        var answers = await shown.GroupBy(row => new { row.QuestionHash, row.OptionOrder, row.Choice })
            .Select(same => new Answer(same.Key.QuestionHash, same.Key.OptionOrder, same.Key.Choice, same.Count())).ToListAsync(cancel);
        var questions = await corrected.InAsync(slug, await questionShelf.QuestionsAsync([.. answers.Select(answer => answer.Hash).Distinct(StringComparer.Ordinal)], cancel), cancel);
        return
        [
            .. answers.Where(answer => questions.ContainsKey(answer.Hash)).GroupBy(answer => answer.Hash, StringComparer.Ordinal)
                .Select(same => LineOf(questions[same.Key], [.. same])).OrderBy(line => line.Percent).ThenByDescending(line => line.Shown),
        ];
    }

    private static AnalysisPage.QuestionLine LineOf(QuestionVersion question, IReadOnlyList<Answer> answers)
    {
        var prompt = question.Prompt;
        var options = new int[prompt.IsChoice || prompt.Kind is QuestionKind.Hotspot ? prompt.OptionCount : 0];
        var (right, unanswered) = (0, 0);
        foreach (var answer in answers)
        {
            if (ResponseText.Parse(answer.Choice, prompt, PaperItem.ParseOptionOrder(answer.OptionOrder)) is not ResponseOutcome.Parsed(var response))
            {
                continue;
            }

            right += Grading.IsRight(question, response) ? answer.Count : 0;
            unanswered += response.IsUnanswered ? answer.Count : 0;
            foreach (var option in (response as Response.Picked)?.Choice.Options ?? [])
            {
                options[option] += answer.Count;
            }
        }

        return new AnalysisPage.QuestionLine(question, answers.Sum(answer => answer.Count), right, unanswered, options);
    }

    private static (string? Slug, string? Edition, string? Document, string? Clause) NameOf(Basis basis) => basis switch
    {
        Basis.OfClause clause => (clause.StandardSlug, clause.Edition, null, clause.ClauseNumber),
        Basis.OfStatement said => (said.StandardSlug, said.Edition, null, null),
        Basis.OfDocument document => (null, null, document.Document, null),
        _ => throw new UnreachableException(),
    };

    private sealed record Answer(string Hash, string OptionOrder, string? Choice, int Count);
}
