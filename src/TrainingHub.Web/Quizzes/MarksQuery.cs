using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Questions;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>Written answers that wait for a mark, of the people over whose quizzes the current person watches; never one's own.</summary>
public sealed class MarksQuery(
    Db db, QuizReach reach, SettingsQuery settings, QuestionShelf questionShelf, Scope scope, CurrentPerson current, DayClock clock)
{
    /// <summary>The list; null when there is no such quiz.</summary>
    public async Task<MarksPage?> RunAsync(string slug, MarksFilter filter, CancellationToken cancel)
    {
        if (await reach.WatchedTitleAsync(slug, cancel) is not { } title)
        {
            return null;
        }

        var (all, rules) = (await LinesAsync(slug, cancel), await RulesAsync(slug, cancel));
        var stems = await StemsAsync(all, cancel);
        var order = Sorting.Of(filter.Sort, MarkSort.State);
        var found = Filtered(all, filter, order);
        var pages = Pages.Of(filter.Page, found.Count);
        return new MarksPage
        {
            Slug = slug,
            Title = title,
            Filter = filter,
            Lines = [.. found.Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).Select(line => line.AsShown(stems[line.Row.QuestionHash], current.Id))],
            Pages = pages,
            Order = order,
            Questions = [.. stems.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Value, StringComparer.Ordinal)],
            Yours = all.Count(line => line.Turn is MarkTurn.Yours),
            Rule = MarkingRule.InForce(rules, clock.Now),
            MaySetRule = await MaySetRuleAsync(slug, cancel),
        };
    }

    /// <summary>Every line of the filter; null when there is no such quiz.</summary>
    public async Task<IReadOnlyList<MarksPage.Line>?> ExportAsync(string slug, MarksFilter filter, CancellationToken cancel)
    {
        if (await reach.WatchedTitleAsync(slug, cancel) is null)
        {
            return null;
        }

        var all = await LinesAsync(slug, cancel);
        var stems = await StemsAsync(all, cancel);
        return Filtered(all, filter, Sorting.Of(filter.Sort, MarkSort.State)).ConvertAll(line => line.AsShown(stems[line.Row.QuestionHash], current.Id));
    }

    /// <summary>Whether the current person decides how the quiz is marked: who arranged it, or who answers for the course's quiz.</summary>
    public async Task<bool> MaySetRuleAsync(string slug, CancellationToken cancel) =>
        FindArranged.IsSlug(slug) ? await settings.FindAsync(slug, cancel) is not null : await reach.IsOwnAsync(slug, cancel);

    /// <summary>One answer that the current person may mark now; null when it is out of reach, one's own, somebody else's turn, or does not wait for a mark.</summary>
    public async Task<MarkPage?> FindAsync(string slug, Guid attemptId, int item, MarkInput? input, CancellationToken cancel)
    {
        // The rubric is the key: nobody reads it who is asked the same now.
        if (await reach.WatchedTitleAsync(slug, cancel) is not { } title || await reach.IsAnsweringAsync(slug, cancel)
            || await Waiting(slug).SingleOrDefaultAsync(row => row.AttemptId == attemptId && row.Item == item, cancel) is not { } row)
        {
            return null;
        }

        var marking = await MarkingAsync(slug, attemptId, item, cancel);
        if (!marking.MayMark(current.Id))
        {
            return null;
        }

        var question = (await questionShelf.QuestionsAsync([row.QuestionHash], cancel))[row.QuestionHash];
        var mark = marking.Marks.Where(m => !marking.IsDouble || m.MarkedBy == current.Id).MaxBy(m => (m.MarkedAt, m.Id));
        return new MarkPage
        {
            Slug = slug,
            Title = title,
            AttemptId = attemptId,
            Item = item,
            Code = CodeOf(attemptId, item),
            Question = question,
            Answer = await AnswerAsync(attemptId, item, cancel),
            FullPoints = row.FullPoints,
            IsDouble = marking.IsDouble,
            Number = marking.NextNumber(current.Id),
            Input = input ?? (mark is null ? new MarkInput() : new MarkInput { Given = mark.GivenLines, Comment = mark.Comment }),
        };
    }

    /// <summary>The marks of one answer with the rule that its attempt goes by. Read again where the attempt is locked, before a mark is appended.</summary>
    public async Task<Marking> MarkingAsync(string slug, Guid attemptId, int item, CancellationToken cancel)
    {
        var marks = await db.AnswerMarks.AsNoTracking().Where(mark => mark.AttemptId == attemptId).ToListAsync(cancel);
        return new Marking(RuleOf(await RulesAsync(slug, cancel), marks), marks.FindAll(mark => mark.Item == item));
    }

    /// <summary>Path of the next answer that the current person may mark; null when there is none.</summary>
    public async Task<string?> NextAsync(string slug, CancellationToken cancel) =>
        InOrder((await LinesAsync(slug, cancel)).Where(line => line.Turn is MarkTurn.Yours), (MarkSort.State, false)).FirstOrDefault() is { } next
            ? $"/quizzes/{slug}/marks/{next.Row.AttemptId}/{next.Row.Item}"
            : null;

    // Few columns of every answer that waits: whose turn it is, and an order that tells nothing, are no matter of the database.
    private async Task<List<Found>> LinesAsync(string slug, CancellationToken cancel)
    {
        var rules = await RulesAsync(slug, cancel);
        var rows = await Waiting(slug).ToListAsync(cancel);
        var waiting = Waiting(slug).Select(row => row.AttemptId);
        var marks = (await db.AnswerMarks.AsNoTracking().Where(mark => waiting.Contains(mark.AttemptId)).ToListAsync(cancel)).ToLookup(mark => mark.AttemptId);
        return rows.ConvertAll(row =>
        {
            var marking = new Marking(RuleOf(rules, marks[row.AttemptId]), [.. marks[row.AttemptId].Where(mark => mark.Item == row.Item)]);
            return new Found(row, CodeOf(row.AttemptId, row.Item), marking, marking.TurnOf(current.Id));
        });
    }

    private Task<List<MarkingRule>> RulesAsync(string slug, CancellationToken cancel) =>
        db.MarkingRules.AsNoTracking().Where(rule => rule.QuizSlug == slug).ToListAsync(cancel);

    private MarkingRule? RuleOf(IEnumerable<MarkingRule> rules, IEnumerable<AnswerMark> marksOfAttempt) =>
        MarkingRule.InForce(rules, marksOfAttempt.Select(mark => (DateTime?)mark.MarkedAt).Min() ?? clock.Now);

    private async Task<Dictionary<string, string>> StemsAsync(List<Found> lines, CancellationToken cancel) =>
        (await questionShelf.PromptsAsync([.. lines.Select(line => line.Row.QuestionHash).Distinct(StringComparer.Ordinal)], cancel)).ToDictionary(prompt => prompt.Key, prompt => prompt.Value.Stem, StringComparer.Ordinal);

    private static List<Found> Filtered(List<Found> lines, MarksFilter filter, (MarkSort Column, bool IsDown) order) =>
        [.. InOrder(lines.Where(line => (filter.Question is null || string.Equals(line.Row.QuestionHash, filter.Question, StringComparison.Ordinal)) && (filter.State is null || line.Turn == filter.State)), order)];

    private static IOrderedEnumerable<Found> InOrder(IEnumerable<Found> lines, (MarkSort Column, bool IsDown) order)
    {
        var sorted = order switch
        {
            (MarkSort.Question, false) => lines.OrderBy(line => line.Row.QuestionHash, StringComparer.Ordinal),
            (MarkSort.Question, true) => lines.OrderByDescending(line => line.Row.QuestionHash, StringComparer.Ordinal),
            (MarkSort.Code, false) => lines.OrderBy(line => line.Code, StringComparer.Ordinal),
            (MarkSort.Code, true) => lines.OrderByDescending(line => line.Code, StringComparer.Ordinal),
            (_, false) => lines.OrderBy(line => line.Turn).ThenBy(line => line.Row.QuestionHash, StringComparer.Ordinal),
            (_, true) => lines.OrderByDescending(line => line.Turn).ThenBy(line => line.Row.QuestionHash, StringComparer.Ordinal),
        };
        return sorted.ThenBy(line => line.Code, StringComparer.Ordinal).ThenBy(line => line.Row.AttemptId);
    }

    // Of the hash nobody reads when an answer was written, as they could of an id.
    private static string CodeOf(Guid attemptId, int item) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{attemptId} {item}"))))[..6];

    private Task<string> AnswerAsync(Guid attemptId, int item, CancellationToken cancel) =>
        db.AnswerEntries.Where(entry => entry.AttemptId == attemptId && entry.Item == item && !entry.IsLate).OrderByDescending(entry => entry.Version).Select(entry => entry.Choice).FirstAsync(cancel);

    private IQueryable<Row> Waiting(string slug)
    {
        var people = scope.PeopleInPost(Capability.ManageQuizzes).Where(person => person.Id != current.Id).Select(person => person.Id);
        return
            from attempt in db.Attempts.AsNoTracking()
            where attempt.QuizSlug == slug && attempt.SubmittedAt != null && attempt.Passed == null && people.Contains(attempt.PersonId)
            join item in db.AttemptItems on attempt.Id equals item.AttemptId
            join question in db.PublishedQuestions on item.QuestionHash equals question.Hash
            where question.Kind == QuestionKind.Written
                // Whoever is answering the same question now would read its rubric.
                && !db.AttemptItems.Any(own => own.QuestionHash == item.QuestionHash && db.Attempts.Any(open => open.Id == own.AttemptId && open.PersonId == current.Id && open.SubmittedAt == null))
            join entry in db.AnswerEntries on new { item.AttemptId, Item = item.Number } equals new { entry.AttemptId, entry.Item }
            where !entry.IsLate && entry.Choice != ""
                && !db.AnswerEntries.Any(later => later.AttemptId == entry.AttemptId && later.Item == entry.Item && !later.IsLate && later.Version > entry.Version)
            select new Row { AttemptId = attempt.Id, Item = item.Number, QuestionHash = item.QuestionHash, FullPoints = item.Points };
    }

    private sealed class Row
    {
        public required Guid AttemptId { get; init; }
        public required int Item { get; init; }
        public required string QuestionHash { get; init; }
        public required int FullPoints { get; init; }
    }

    private sealed record Found(Row Row, string Code, Marking Marking, MarkTurn Turn)
    {
        public MarksPage.Line AsShown(string stem, Guid readerId) =>
            new(Row.AttemptId, Row.Item, Code, stem, Turn, Marking.NextNumber(readerId), Seen(readerId), Marking.Points, Row.FullPoints);

        /// <summary>Of one who has still to mark nothing, of one who has marked their own first; of what is decided all.</summary>
        private IReadOnlyList<int> Seen(Guid readerId) => Turn switch
        {
            MarkTurn.Yours => [],
            MarkTurn.Given when Marking.IsDouble => [.. Marking.Counting.Where(mark => mark.MarkedBy == readerId).Select(mark => mark.Points)],
            MarkTurn.Given => [],
            MarkTurn.Others => [.. Marking.Counting.OrderByDescending(mark => mark.MarkedBy == readerId).Select(mark => mark.Points)],
            MarkTurn.Settled => [.. Marking.Counting.Select(mark => mark.Points)],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
