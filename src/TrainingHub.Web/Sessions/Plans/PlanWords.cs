using Microsoft.Extensions.Localization;
using TrainingHub.Coverage;
using TrainingHub.Hosting;

namespace TrainingHub.Sessions.Plans;

/// <summary>Words for places in batches and for why.</summary>
public sealed class PlanWords(IStringLocalizer<PlansText> text, StandingWords standing)
{
    public string Batch(int number) => text["Batch_Number", number];

    /// <summary>Day or days of a batch.</summary>
    public string Days(PlanBatch batch) => batch.FirstDay == batch.LastDay ? batch.FirstDay.Written() : text["Range", batch.FirstDay.Written(), batch.LastDay.Written()];

    public string Post(PlanRow row) => row.Post is { } post ? standing.Post(post) : text["NotOwed"];

    /// <summary>Why somebody is in their batch, or in none.</summary>
    public string Reason(PlanRow row) => row.Placed switch
    {
        null => string.Join(text["And"], row.Refusals.Select(refusal => refusal is PlaceRefusal.InDraft ? text["Refusal_InDraft", row.Draft ?? ""].Value : Refusal(refusal))),
        { Reason: PlaceReason.PostEnds } => text["Why_PostEnds", row.PostEnds?.Written() ?? ""],
        { OtherBatch: { } other } placed => text[$"Why_{placed.Reason}", Batch(other)],
        var placed => text[$"Why_{placed.Reason}"],
    };

    /// <summary>Who else has planned for somebody who has a place nevertheless; empty for nobody.</summary>
    public string Others(PlanRow row) =>
        row is not { Placed.IsNew: true } ? "" : row.IsElsewhere ? text["Others_Session"] : row.Draft is { } draft ? text["Refusal_InDraft", draft] : "";

    public string Refusal(PlaceRefusal refusal) => text[$"Refusal_{refusal}"];

    /// <summary>What an officer wished; empty for nothing.</summary>
    public string Wish(PlanRow row)
    {
        List<string> wishes = [.. row.KeptOut.Order().Select(number => text["Wish_KeptOut", Batch(number)].Value)];
        if (row.Pin is { } pin)
        {
            wishes.Insert(0, text["Wish_Pin", Batch(pin)]);
        }

        return string.Join(text["And"], wishes);
    }

    public string Fault(PlanFault fault, string name) => text[fault.IsPin ? "Fault_Pin" : "Fault_List", name, Batch(fault.Batch), Refusal(fault.Broken)];
}
