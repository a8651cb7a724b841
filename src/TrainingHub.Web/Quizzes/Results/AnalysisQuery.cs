using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Hosting;
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
    /// <summary>One page of the questions; null when there is no such quiz, or the unit asked for is out of reach.</summary>
    public async Task<AnalysisPage?> RunAsync(string slug, AnalysisFilter filter, CancellationToken cancel)
    {
        if (await AllAsync(slug, filter, cancel) is not { } all)
        {
            return null;
        }

        var pages = Pages.Of(filter.Page, all.Questions.Count);
        return all with { Questions = [.. all.Questions.Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size)], Pages = pages };
    }

    /// <summary>Every question of the filter; null when there is no such quiz, or the unit asked for is out of reach.</summary>
    public async Task<AnalysisPage?> AllAsync(string slug, AnalysisFilter filter, CancellationToken cancel)
    {
        if (await results.FindAsync(slug, filter.Organization, cancel) is not var (title, unit))
        {
            return null;
        }

        var spreads = await QuestionsAsync(slug, unit?.Id, cancel);
        var maySeeKeys = await reach.IsOwnAsync(slug, cancel);
        var order = Sorting.Of(filter.Sort, AnalysisSort.Percent);
        IReadOnlyList<AnswerSpread> found = maySeeKeys ? [.. InOrder(spreads.Where(spread => filter.Takes(spread.Question.Prompt)), order)] : [];
        return new AnalysisPage
        {
            Slug = slug,
            Title = title,
            Unit = unit is null ? null : (unit.Code, unit.Name),
            // On which clause a question rests helps to answer it.
            Clauses = await reach.IsAnsweringAsync(slug, cancel) ? [] : await ClausesAsync(spreads.Select(spread => (spread.Question, spread.Shown, spread.Right)), cancel),
            Questions = found,
            MaySeeKeys = maySeeKeys,
            Filter = filter,
            Order = order,
            Pages = Pages.Of(1, found.Count),
        };
    }

    /// <summary>By clause, the worst first; a question that rests on several counts for each.</summary>
    public async Task<IReadOnlyList<AnalysisPage.ClauseLine>> ClausesAsync(IEnumerable<(QuestionVersion Question, int Shown, int Right)> questions, CancellationToken cancel)
    {
        var clauses = new List<AnalysisPage.ClauseLine>();
        foreach (var group in questions.SelectMany(line => line.Question.Key.Bases.Select(NameOf).Distinct().Select(name => (Name: name, Line: line))).GroupBy(one => one.Name, one => one.Line))
        {
            var (slug, edition, document, clause) = group.Key;
            var title = slug is null || edition is null ? document : (await standards.FindAsync(new EditionName(slug, edition), cancel))?.Title ?? slug;
            clauses.Add(new AnalysisPage.ClauseLine(title ?? "", clause, group.Sum(line => line.Shown), group.Sum(line => line.Right)));
        }

        return [.. clauses.OrderBy(line => line.Percent).ThenByDescending(line => line.Shown)];
    }

    /// <summary>Question by question, in no order.</summary>
    public async Task<IReadOnlyList<AnswerSpread>> QuestionsAsync(string slug, Guid? unitId, CancellationToken cancel)
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
                .Select(same => SpreadOf(questions[same.Key], same)),
        ];
    }

    private static AnswerSpread SpreadOf(QuestionVersion question, IEnumerable<Answer> answers)
    {
        var spread = new AnswerSpread(question);
        foreach (var answer in answers)
        {
            spread.Add(
                ResponseText.Parse(answer.Choice, question.Prompt, PaperItem.ParseOptionOrder(answer.OptionOrder)) is ResponseOutcome.Parsed(var response) ? response : new Response.Unanswered(), answer.Count);
        }

        return spread;
    }

    private static IOrderedEnumerable<AnswerSpread> InOrder(IEnumerable<AnswerSpread> spreads, (AnalysisSort Column, bool IsDown) order)
    {
        Func<AnswerSpread, int> number = order.Column switch
        {
            AnalysisSort.Shown => spread => spread.Shown,
            AnalysisSort.Unanswered => spread => spread.Unanswered,
            _ => spread => AnalysisPage.PercentOf(spread.Right, spread.Shown),
        };
        var sorted = order switch
        {
            (AnalysisSort.Stem, false) => spreads.OrderBy(spread => spread.Question.Prompt.Stem, StringComparer.Ordinal),
            (AnalysisSort.Stem, true) => spreads.OrderByDescending(spread => spread.Question.Prompt.Stem, StringComparer.Ordinal),
            (_, false) => spreads.OrderBy(number),
            (_, true) => spreads.OrderByDescending(number),
        };
        return sorted.ThenByDescending(spread => spread.Shown).ThenBy(spread => spread.Question.Hash, StringComparer.Ordinal);
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
