using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Questions.Answers;
using TrainingHub.Quizzes;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Papers;

/// <summary>Makes the form of a session's paper.</summary>
public sealed class PaperForms(Db db, QuizReach quizzes, QuizReleases releases, PaperRubrics rubrics, DayClock clock)
{
    /// <param name="session">Whose paper it is.</param>
    /// <param name="opened">Within reach.</param>
    /// <param name="input">What the form is filled with beside the answers.</param>
    /// <param name="answers">What the form is filled with; null: what counts now.</param>
    /// <param name="cancel">Ends it.</param>
    /// <param name="refused">Items whose answer could not be read.</param>
    public async Task<PaperFormPage> RunAsync(
        TrainingSession session, OpenedPaper opened, SheetEntryInput input, IReadOnlyDictionary<int, string>? answers, CancellationToken cancel, IReadOnlyList<int>? refused = null)
    {
        var by = opened.Sheets.Select(sheet => sheet.EnteredBy).Distinct().ToList();
        var names = await db.People.Where(person => by.Contains(person.Id) && person.AnonymizedAt == null).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        var slug = opened.Paper.QuizSlug;
        var whyNoMarks = await rubrics.WhyNotAsync(session, opened, cancel);
        return new PaperFormPage
        {
            Session = session,
            Opened = opened,
            Paper = PageOf(session, opened, await quizzes.TitleAsync(slug, cancel) ?? slug, answers ?? opened.Last?.Answers, refused ?? [], prefix: ""),
            WhyNoMarks = whyNoMarks,
            Written = whyNoMarks is null ? await WrittenAsync(opened, input.Marks ?? opened.Last?.Marks, cancel) : [],
            Sheets = [.. opened.Sheets.Reverse().Select(sheet => new PaperFormPage.SheetLine(sheet, clock.InZone(sheet.EnteredAt), names.GetValueOrDefault(sheet.EnteredBy), opened.Paper.IsPass(sheet.Points)))],
            // Before the session is closed whoever types could try which answers are right.
            ShowsPoints = session.Standing is SessionStanding.Closed && (await releases.OfAsync(slug, cancel)).Score,
            Input = input.Marks is null && input.Marker.Length is 0 ? input with { Marker = opened.Last?.Marker ?? "" } : input,
        };
    }

    private async Task<IReadOnlyList<PaperFormPage.WrittenItem>> WrittenAsync(OpenedPaper opened, IReadOnlyDictionary<int, string>? given, CancellationToken cancel)
    {
        var rubric = await rubrics.RunAsync(opened, cancel);
        return
        [
            .. opened.Written.Select(item => new PaperFormPage.WrittenItem(
                item.Number, opened.Prompts[item.QuestionHash].Stem, item.Points, rubric[item.Number], given?.GetValueOrDefault(item.Number)?.Split(',') ?? [])),
        ];
    }

    /// <summary>The questions of a paper, without any answer, as they are printed; names of fields begin with the paper's number.</summary>
    public async Task<PaperPage> PrintedAsync(TrainingSession session, OpenedPaper opened, CancellationToken cancel) =>
        PageOf(session, opened, await quizzes.TitleAsync(opened.Paper.QuizSlug, cancel) ?? opened.Paper.QuizSlug, answers: null, [], string.Create(CultureInfo.InvariantCulture, $"{opened.Paper.Number}-"));

    internal static string FolderOf(string code, int number) => string.Create(CultureInfo.InvariantCulture, $"/sessions/{code}/papers/{number}/pictures");

    private static PaperPage PageOf(TrainingSession session, OpenedPaper opened, string title, IReadOnlyDictionary<int, string>? answers, IReadOnlyList<int> refused, string prefix)
    {
        var folder = FolderOf(session.Code, opened.Paper.Number);
        return new PaperPage
        {
            AttemptId = opened.Paper.Id,
            Slug = opened.Paper.QuizSlug,
            Number = opened.Paper.Number,
            Title = title,
            SecondsLeft = 0,
            AddedMinutes = 0,
            Items = [.. opened.Items.Select(item => ItemOf(item, opened.Prompts[item.QuestionHash], answers?.GetValueOrDefault(item.Number) ?? "", folder, prefix) with
            {
                Refused = refused.Contains(item.Number) ? answers?.GetValueOrDefault(item.Number) ?? "" : null,
            })],
        };
    }

    private static PaperPage.Item ItemOf(PaperItem item, QuestionPrompt prompt, string text, string folder, string prefix) => new(
        item.Number,
        AnswerFields.Of(prefix + item.Number.ToString(CultureInfo.InvariantCulture), prompt, item.OptionOrder, text, folder),
        CaseView.Of(prompt.Case, folder),
        item.Points,
        item.Rule,
        Version: 0,
        SavedAt: null);
}
