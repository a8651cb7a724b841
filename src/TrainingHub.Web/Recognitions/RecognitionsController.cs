using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Records;
using TrainingHub.Time;

namespace TrainingHub.Recognitions;

/// <summary>外部培训认可: entered by the unit with its proof, decided by the unit above.</summary>
[Route("recognitions")]
public sealed class RecognitionsController(
    RecognitionsQuery recognitions, OutsideChoicesQuery choices, EnterOutside enter, DecideOutside decide, KeepProof proofs, DayClock clock, IStringLocalizer<RecognitionsText> text) : Controller
{
    internal const int MostUpload = KeepProof.MostBytes + 1024 * 1024;

    [HttpGet, Require(Capability.ReadNames)]
    public async Task<IActionResult> Index(RecognitionsFilter filter, CancellationToken cancel)
    {
        // A filter that makes no sense is none; the errors on this page are those of its forms.
        ModelState.Clear();
        return View(await recognitions.RunAsync(filter, cancel));
    }

    [HttpGet("/recognitions.csv"), Require(Capability.ReadNames)]
    public async Task<IActionResult> Export(RecognitionsFilter filter, CancellationToken cancel)
    {
        string[] header =
        [
            text["Person"], text["Unit"], text["What"], text["Organizer"], text["From"], text["Until"], text["Hours"], text["Domain"], text["Result"], text["Programme"], text["State"], text["Reason"],
            text["RecordedBy"], text["RecordedAt"],
        ];
        this.StartCsv(text["File", clock.Today.Iso()]);
        await CsvTableWriter.WriteAsync(Response.Body, header, recognitions.AllAsync(filter).Select(Line), cancel);
        return new EmptyResult();
    }

    [HttpGet("{id:guid}"), Require(Capability.ReadNames)]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel) => await recognitions.ShowAsync(id, cancel) is { } page ? View(page) : NotFound();

    [HttpGet("{id:guid}/proof"), Require(Capability.ReadNames)]
    public async Task<IActionResult> Proof(Guid id, CancellationToken cancel)
    {
        if (await recognitions.FindAsync(id, cancel) is not { } found || await proofs.FindAsync(found.ProofHash, cancel) is not { } bytes)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, no-store";
        return File(bytes, found.ProofType, found.ProofName);
    }

    [HttpGet("new"), Require(Capability.DeclarePositions)]
    public Task<ViewResult> New(string? name, CancellationToken cancel) => FormAsync(new OutsideInput { Name = name }, cancel);

    [HttpPost, Require(Capability.DeclarePositions), RequestSizeLimit(MostUpload), RequestFormLimits(MultipartBodyLengthLimit = MostUpload)]
    public async Task<IActionResult> Create(OutsideInput input, IFormFile? proof, CancellationToken cancel)
    {
        var read = proof is null ? null : KeepProof.Read(proof.FileName, await proof.BytesAsync(cancel));
        Demand(read is null, nameof(proof), proof is null ? "Required_Proof" : "Bad_Proof");
        var draft = await DraftAsync(input, cancel);
        if (!ModelState.IsValid || draft is null || read is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await FormAsync(input, cancel);
        }

        if ((await enter.RunAsync([draft], read, cancel)).Count > 0)
        {
            return RedirectToAction(nameof(Index));
        }

        ModelState.AddModelError("", text["Known"]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await FormAsync(input, cancel);
    }

    /// <summary>One or several at once.</summary>
    [HttpPost("decisions"), Require(Capability.ConfirmDeclarations)]
    public async Task<IActionResult> Decide(DecisionInput input, CancellationToken cancel) =>
        await AnswerAsync(ModelState.IsValid ? await decide.RunAsync(input, cancel) : DecideOutcome.None, cancel);

    [HttpPost("{id:guid}/withdrawal"), Require(Capability.ReadNames)]
    public async Task<IActionResult> Withdraw(Guid id, WithdrawalInput input, CancellationToken cancel) =>
        await AnswerAsync(ModelState.IsValid ? await decide.WithdrawAsync(id, input.Reason, cancel) : DecideOutcome.None, cancel);

    private async Task<IActionResult> AnswerAsync(DecideOutcome outcome, CancellationToken cancel)
    {
        switch (outcome)
        {
            case DecideOutcome.Done:
                return RedirectToAction(nameof(Index));
            case DecideOutcome.NotFound:
                return NotFound();
            case DecideOutcome.Changed:
                ModelState.AddModelError("", text["Changed"]);
                Response.StatusCode = StatusCodes.Status409Conflict;
                break;
            case DecideOutcome.None:
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                break;
            default:
                throw new UnreachableException();
        }

        return View(nameof(Index), await recognitions.RunAsync(new RecognitionsFilter(), cancel));
    }

    private async Task<OutsideDraft?> DraftAsync(OutsideInput input, CancellationToken cancel)
    {
        var (offered, person) = (await choices.RunAsync(cancel), input.Person is { } id ? await choices.OfAsync(id, cancel) : null);
        var programme = offered.Programmes.FirstOrDefault(one => string.Equals(one.Slug, input.Programme, StringComparison.Ordinal));
        var minutes = OutsideSheet.Minutes(input.Hours);
        Demand(person is null && input.Person is not null, nameof(input.Person), "Required_Person");
        Demand(input.From > input.Until, nameof(input.From), "Fault_DaysReversed");
        Demand(input.Until > clock.Today, nameof(input.Until), "Fault_DayAhead");
        Demand(minutes is null, nameof(input.Hours), "Fault_HoursUnreadable");
        Demand(!Enum.IsDefined(input.Domain) || input.Domain is ExpertDomain.All, nameof(input.Domain), "Fault_DomainUnknown");
        Demand(!string.IsNullOrEmpty(input.Programme) && (programme is null || input.Until < programme.From || programme.Until < input.Until), nameof(input.Programme), "Fault_ProgrammeUnknown");
        Demand(!string.IsNullOrEmpty(input.Course) && !offered.Courses.Any(course => string.Equals(course.Slug, input.Course, StringComparison.Ordinal)), nameof(input.Course), "Fault_CourseUnknown");
        return !ModelState.IsValid || person is null || input.Until is not { } until || minutes is not { } credit
            ? null
            : new OutsideDraft
            {
                PersonId = person.PersonId,
                UnitId = person.UnitId,
                Title = input.Title,
                Organizer = input.Organizer,
                From = input.From ?? until,
                Until = until,
                Minutes = credit,
                Domain = input.Domain,
                CourseSlug = input.Course ?? "",
                ProgrammeId = programme?.Id,
                Result = input.Result,
            };
    }

    private void Demand(bool isWrong, string field, string key)
    {
        if (isWrong)
        {
            ModelState.AddModelError(field, text[key]);
        }
    }

    private IReadOnlyList<Cell> Line(RecognitionRow row) =>
    [
        Cell.Of(row.PersonName ?? text["Anonymized"]), Cell.Of(row.UnitName), Cell.Of(row.Title), Cell.Of(row.Organizer), Cell.Of(row.From), Cell.Of(row.Until), Cell.Of(row.Minutes * 10 / 45 / 10m),
        Cell.Of(row.Domain is ExpertDomain.None ? "" : text[$"Domain_{row.Domain}"]), Cell.Of(row.Result), Cell.Of(row.Programme is null ? "" : RecordWords.Named(row.Programme, row.ProgrammeEn ?? "")),
        Cell.Of(text[$"State_{row.State}"]), Cell.Of(row.Reason), Cell.Of(row.RecordedBy ?? text["Anonymized"]), Cell.Of($"{clock.InZone(row.RecordedAt):yyyy-MM-dd HH:mm:ss}"),
    ];

    private async Task<ViewResult> FormAsync(OutsideInput input, CancellationToken cancel) =>
        View("RecognitionsNew", new OutsideForm(input, await choices.RunAsync(cancel), string.IsNullOrWhiteSpace(input.Name) ? [] : await choices.FindAsync(input.Name.Trim(), cancel)));
}
