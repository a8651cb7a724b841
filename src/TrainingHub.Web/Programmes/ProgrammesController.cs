using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Courses;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Programmes;

[Route("programmes")]
public sealed class ProgrammesController(
    ProgrammesQuery programmes, PresetsQuery presets, CourseShelf shelf, IArrangedQuizzes arranged, CreateProgramme create, DayClock clock, IStringLocalizer<ProgrammesText> text) : Controller
{
    [HttpGet, Require(Capability.ReadCoverage)]
    public async Task<IActionResult> List(ProgrammesFilter filter, CancellationToken cancel) => View(await programmes.RunAsync(filter, cancel));

    [HttpGet("/programmes.csv"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Export(ProgrammesFilter filter, CancellationToken cancel)
    {
        string[] header =
        [
            text["Programme"], text["Setter"], text["CycleFrom"], text["CycleUntil"], text["Course"], text["Validity_InMonths"],
            text["Certificate"], text["Year"], text["TargetName"], text["Percent"], text["CutOffDay"],
        ];
        this.StartCsv(text["List_File", clock.Today.Iso()]);
        await CsvTableWriter.WriteAsync(Response.Body, header, (await programmes.ExportAsync(filter, cancel)).SelectMany(Lines), cancel);
        return new EmptyResult();
    }

    [HttpGet("new"), Require(Capability.ManageTargets)]
    public async Task<IActionResult> New(CancellationToken cancel)
    {
        var (setters, today) = (await programmes.SettersAsync(cancel), clock.Today);
        var isPlan = TargetPresets.PlanFrom <= today && today <= TargetPresets.PlanUntil;
        return await FormAsync(new ProgrammeInput
        {
            Organization = setters.FirstOrDefault()?.Code,
            CycleFrom = isPlan ? TargetPresets.PlanFrom : new DateOnly(today.Year, 1, 1),
            CycleUntil = isPlan ? TargetPresets.PlanUntil : new DateOnly(today.Year, 12, 31),
            CertificateTitle = text["Certificate_Usual"],
        }, cancel);
    }

    [HttpGet("{programme}"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Show(string programme, int? entered, Guid? after, CancellationToken cancel)
    {
        if (await programmes.ShowAsync(programme, cancel) is not var (row, terms))
        {
            return NotFound();
        }

        return View(new ProgrammeDetail(row, terms, await QuizChoice.TitlesAsync(shelf, arranged, cancel), clock.Today) { Entered = entered, After = after });
    }

    [HttpPost, Require(Capability.ManageTargets)]
    public async Task<IActionResult> Create(ProgrammeInput input, CancellationToken cancel)
    {
        var draft = await DraftAsync(input, cancel);
        var obstacles = draft is null ? [] : await presets.ObstaclesAsync(TargetPresets.CarriedOutBy(draft.Policy, draft.Name), draft.OrganizationId, draft.Demand, cancel);
        foreach (var (document, state) in obstacles)
        {
            Demand(true, nameof(input.Policy), $"Preset_{state}", document.Title);
        }

        if (draft is null || !ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await FormAsync(input, cancel, obstacles);
        }

        await create.RunAsync(draft, cancel);
        return Redirect($"/programmes/{draft.Slug}/targets/new");
    }

    // A setter out of reach was never offered: to name one is answered as naming none.
    private async Task<ProgrammeDraft?> DraftAsync(ProgrammeInput input, CancellationToken cancel)
    {
        var setter = await programmes.FindSetterAsync(input.Organization, cancel);
        var demand = input.ToDemand(await QuizChoice.AllAsync(shelf, arranged, cancel));
        Demand(setter is null && input.Organization is not null, nameof(input.Organization), "Required_Setter");
        Demand(demand is null, nameof(input.Quiz), "Required_Quiz");
        Demand(input.IsPolicyUnknown, nameof(input.Policy), "Bad_Preset");
        if (setter is null || demand is null || input is not { CycleFrom: { } from, CycleUntil: { } until })
        {
            return null;
        }

        var draft = new ProgrammeDraft
        {
            Slug = Ids.Code(6).ToLowerInvariant(),
            Name = input.Name,
            NameEn = input.NameEn,
            OrganizationId = setter.Id,
            CycleFrom = from,
            CycleUntil = until,
            Demand = demand,
            ValidityMonths = input.ValidityMonths,
            OnlyWhileInPost = input.OnlyWhileInPost,
            CertificateTitle = input.CertificateTitle,
            Policy = input.ChosenPolicy,
        };
        foreach (var fault in draft.Faults())
        {
            Demand(true, FieldOf(fault), $"Fault_{fault}");
        }

        return draft;
    }

    internal static string FieldOf(ProgrammeFault fault) => fault switch
    {
        ProgrammeFault.NothingAsked or ProgrammeFault.TooManyParts or ProgrammeFault.SameQuizTwice or ProgrammeFault.SameAssessmentTwice
            or ProgrammeFault.SameDomainTwice or ProgrammeFault.HoursOutOfRange => nameof(ProgrammeInput.Quiz),
        ProgrammeFault.CycleBackwards => nameof(ProgrammeInput.CycleUntil),
        ProgrammeFault.ValidityOutOfRange => nameof(ProgrammeInput.ValidityMonths),
        ProgrammeFault.StatutoryTitle => nameof(ProgrammeInput.CertificateTitle),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private void Demand(bool isWrong, string field, string key, params object[] about)
    {
        if (isWrong)
        {
            ModelState.AddModelError(field, text[key, about]);
        }
    }

    private async Task<ViewResult> FormAsync(ProgrammeInput input, CancellationToken cancel, IReadOnlyList<(PresetDocument Document, PresetDocumentState State)>? obstacles = null) =>
        View("ProgrammesNew", new ProgrammeForm<ProgrammeInput>("", "", input, await programmes.SettersAsync(cancel), await QuizChoice.AllAsync(shelf, arranged, cancel)) { Obstacles = obstacles ?? [] });

    private static IEnumerable<IReadOnlyList<Cell>> Lines(ProgrammeRow row)
    {
        Cell[] programme =
        [
            Cell.Of(row.Title), Cell.Of(row.SetterName), Cell.Of(row.Rule?.CycleFrom), Cell.Of(row.Rule?.CycleUntil), Cell.Of(row.Rule?.CourseSlug),
            Cell.Of(row.Rule?.ValidityMonths), Cell.Of(row.Rule?.CertificateTitle),
        ];
        return row.Targets.Count == 0
            ? [[.. programme, Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank]]
            : row.Targets.Select(IReadOnlyList<Cell> (target) =>
                [.. programme, Cell.Of(target.Target.Year), Cell.Of(target.Title), Cell.Of(target.Rule.Percent), Cell.Of(target.Rule.CutOffDay)]);
    }
}
