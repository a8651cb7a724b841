using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions;

/// <summary>题库: the list, new questions, and one with its form.</summary>
[Route("questions"), Require(Capability.ManageCourses), LostRace]
public sealed class QuestionsController(
    QuestionsQuery questions, QuestionQuery one, Banks banks, WriteQuestion write, KeepPicture pictures, DayClock clock, IStringLocalizer<QuestionsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(QuestionsFilter filter, CancellationToken cancel) => View(await questions.ListAsync(filter, cancel));

    [HttpGet("/questions.csv")]
    public async Task<IActionResult> Export(QuestionsFilter filter, CancellationToken cancel)
    {
        string[] header =
        [
            text["Id"], text["Stem"], text["Kind"], text["Status"], text["Version"], text["Published_Version"], text["Use"], text["Difficulty"], text["Bank"], text["Folder"],
            text["Standard"], text["Edition"], text["Clause"], text["Source"], text["Changed"],
        ];
        var rows = questions.ExportAsync(filter, cancel);
        this.StartCsv($"questions-{clock.Today:yyyy-MM-dd}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, rows.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.QuestionId), Cell.Of(row.Title), Cell.Of(text[$"Kind_{row.Kind}"]), Cell.Of(text[$"Status_{row.Status}"]), Cell.Of(row.Number),
            row.PublishedNumber is { } published ? Cell.Of(published) : Cell.Blank, Cell.Of(text[$"Use_{row.Use}"]), Cell.Of(row.Difficulty), Cell.Of(row.Unit), Cell.Of(row.Folder),
            Cell.Of(row.StandardSlug), Cell.Of(row.Edition), Cell.Of(row.ClauseNumber), Cell.Of(row.Source), Cell.Of(clock.InZone(row.UpdatedAt).Written()),
        ]), cancel);
        return new EmptyResult();
    }

    /// <param name="markdown">Whether the text is written instead of fields.</param>
    /// <param name="of">A question whose case the new one belongs to as well; null for one of its own.</param>
    /// <param name="kind">Which kind the form begins with.</param>
    /// <param name="cancel">Stops the work.</param>
    [HttpGet("new")]
    public async Task<IActionResult> New(bool markdown, Guid? of, QuestionKind kind, CancellationToken cancel)
    {
        var input = new QuestionInput { IsMarkdown = markdown, Kind = Enum.IsDefined(kind) ? kind : QuestionKind.Single, Unit = await banks.UnitsAsync(cancel) is [var first, ..] ? first : "" };
        if (of is not { } id)
        {
            return View(await one.NewAsync(input, isFirst: true, cancel));
        }

        return await banks.FindAsync(id, cancel) is { CaseId: not null } question && await banks.MayEditAsync(question.OwnerId, cancel)
            ? View(await one.NewAsync(await one.OfCaseAsync(question, input, cancel), isFirst: true, cancel))
            : NotFound();
    }

    [HttpPost, RequestSizeLimit(QuestionPicturesController.MostUpload), RequestFormLimits(MultipartBodyLengthLimit = QuestionPicturesController.MostUpload)]
    public async Task<IActionResult> Create([FromForm] QuestionInput input, CancellationToken cancel)
    {
        input = await WithPictureAsync(input, cancel);
        var ownerId = await banks.FindUnitAsync(input.Unit, cancel);
        if (ModelState.IsValid && ownerId is null)
        {
            ModelState.AddModelError(nameof(input.Unit), text["Unit_NotFound"]);
        }

        var outcome = ModelState.IsValid && ownerId is { } owner ? await write.CreateAsync(owner, input, cancel) : null;
        return outcome is WriteOutcome.Written written
            ? Redirect($"/questions/{written.Id}")
            : Refuse("New", await one.NewAsync(input, isFirst: false, cancel), outcome);
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, bool? markdown, CancellationToken cancel) =>
        await banks.FindAsync(id, cancel) is { } question ? View(await one.ShowAsync(question, null, markdown, cancel)) : NotFound();

    [HttpPost("{id:guid}"), RequestSizeLimit(QuestionPicturesController.MostUpload), RequestFormLimits(MultipartBodyLengthLimit = QuestionPicturesController.MostUpload)]
    public async Task<IActionResult> Update(Guid id, [FromForm] QuestionInput input, CancellationToken cancel)
    {
        if (await banks.FindAsync(id, cancel) is not { } question || !await banks.MayEditAsync(question.OwnerId, cancel))
        {
            return NotFound();
        }

        input = await WithPictureAsync(input, cancel);
        var outcome = ModelState.IsValid ? await write.ChangeAsync(question, input, cancel) : null;
        return outcome is WriteOutcome.Written ? Redirect($"/questions/{id}") : Refuse("Show", await one.ShowAsync(question, input, null, cancel), outcome);
    }

    /// <summary>What the form would make, with what is wrong, beside it or as a page of its own.</summary>
    [HttpPost("preview"), RequestSizeLimit(QuestionPicturesController.MostUpload), RequestFormLimits(MultipartBodyLengthLimit = QuestionPicturesController.MostUpload)]
    public async Task<IActionResult> Preview([FromForm] QuestionInput input, Guid? id, CancellationToken cancel)
    {
        var question = id is { } known ? await banks.FindAsync(known, cancel) : null;
        if (id is not null && question is null)
        {
            return NotFound();
        }

        ModelState.Clear();
        input = await WithPictureAsync(input, cancel);
        var page = question is null ? await one.NewAsync(input, isFirst: false, cancel) : await one.ShowAsync(question, input, null, cancel);
        return Request.Headers.XRequestedWith == "fetch" ? PartialView("_QuestionPreview", page.Preview) : View(question is null ? "New" : "Show", page);
    }

    private ViewResult Refuse(string view, QuestionPage page, WriteOutcome? outcome)
    {
        switch (outcome)
        {
            case WriteOutcome.Refused refused:
                ModelState.AddModelError(refused.Field, text[refused.Key]);
                break;
            case WriteOutcome.Overtaken:
                ModelState.AddModelError("", text["Question_Overtaken"]);
                break;
            case WriteOutcome.Unreadable:
                AddProblems(page);
                break;
            case null:
                break;
            default:
                throw new UnreachableException();
        }

        Response.StatusCode = outcome is WriteOutcome.Overtaken ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return View(view, page);
    }

    /// <summary>Says each problem beside its field.</summary>
    private void AddProblems(QuestionPage page)
    {
        var isEnglish = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en";
        foreach (var problem in page.Preview.Problems)
        {
            ModelState.AddModelError(QuestionFormSlips.FieldOf(problem, page.Input), isEnglish ? $"{problem.WhatEn} {problem.HowToMendEn}" : problem.What + problem.HowToMend);
        }
    }

    /// <summary>The form with the picture that came with it in the place of the one it had.</summary>
    private async Task<QuestionInput> WithPictureAsync(QuestionInput input, CancellationToken cancel)
    {
        if (input.NewPicture is not { Length: > 0 } file)
        {
            return input;
        }

        var alternative = BankWords.Line(input.Alternative);
        var (picture, refusal) = alternative.Length is 0 ? (null, "Picture_Alternative_Missing") : await pictures.RunAsync(await file.BytesAsync(cancel), alternative, cancel);
        if (picture is null)
        {
            ModelState.AddModelError(alternative.Length is 0 ? nameof(input.Alternative) : nameof(input.NewPicture), text[refusal ?? "Picture_Refused"]);
            return input;
        }

        return input with { Picture = QuestionFormText.Written(picture) };
    }
}
