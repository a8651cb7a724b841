using System.Diagnostics;
using TrainingHub.Standards;

namespace TrainingHub.Courseware;

/// <summary>What a unit's course may bring along: new editions of the unit's own documents and nothing else. A law comes with the application only.</summary>
internal static class BroughtStandards
{
    /// <param name="editions">Those that only the files have.</param>
    /// <param name="owner">The unit.</param>
    /// <param name="log">Takes what is wrong.</param>
    public static void Check(IReadOnlyList<FiledEdition> editions, EditionOwner owner, ProblemLog log)
    {
        foreach (var filed in editions)
        {
            List<StandardEdition> beside = [.. editions.Where(other => other != filed).Select(other => other.Edition)];
            foreach (var fault in OwnEditionRule.FaultsOf(filed.Edition, owner, beside))
            {
                var (field, what, mend) = WordsOf(fault, filed.Edition, owner);
                log.Error(filed.PlaceOf(field), $"own-standard-{CodeOf(fault)}", what, mend);
            }
        }
    }

    private static (string Field, (string, string) What, (string, string) Mend) WordsOf(OwnEditionFault fault, StandardEdition edition, EditionOwner owner) => fault switch
    {
        OwnEditionFault.SlugNotOwn => (
            "slug",
            ($"课程草稿不能带入标准“{edition.Slug}”：它不是本单位的标准。", $"A draft cannot bring the standard '{edition.Slug}': it is not the unit's own."),
            ($"引用系统里已有的标准，删除这个文件；本单位的标准，名称写成“{OwnSlug.Of(owner.Code, 1)}”的样子，或者在标准库里登记。",
                $"Cite the system's standard and delete this file; name a standard of the unit like '{OwnSlug.Of(owner.Code, 1)}', or enter it in the library.")),
        OwnEditionFault.KindNotOwn => (
            "kind",
            ("单位只能发布地方文件和岗位安全操作标准。", "A unit publishes local documents and post standards only."),
            ("kind写local或者post。", "Make the kind local or post.")),
        OwnEditionFault.KindOfBureau => (
            "kind",
            ("地方文件由教育局或者高校发布。", "Local documents are published by bureaus and colleges."),
            ("kind写post。", "Make the kind post.")),
        OwnEditionFault.NoClauses => ("clauses", ("标准里没有条款。", "The standard has no clauses."), ("至少写一条。", "Write one at least.")),
        OwnEditionFault.EndsBeforeStart => ("inForceUntil", ("停止施行的日期早于施行日期。", "It ends before it begins."), ("改正日期。", "Correct the days.")),
        OwnEditionFault.StartsBeforeReplaced => (
            edition.InForceFrom is null ? "issued" : "inForceFrom",
            ("施行日期不晚于被替代的版本。", "It does not begin after the edition that it replaces."),
            ("改正日期。", "Correct the days.")),
        OwnEditionFault.FormerlyUnknown => (
            "clauses",
            ("有条款的formerly写的条号，被替代的版本里没有。", "A clause's 'formerly' is no number of the replaced edition."),
            ("改正formerly，或者删除。", "Correct or remove 'formerly'.")),
        OwnEditionFault.NameTaken => (
            "edition",
            (owner.Private.Contains(edition.Name) ? "这个版本已在标准库里，只给本单位人员看，课程不能带入。" : "本单位已发布过这个版本。",
                owner.Private.Contains(edition.Name) ? "The library has this edition for the unit's own people only; a course cannot bring it." : "The unit has published this edition."),
            ("换一个版本名称，或者删除这个文件。", "Choose another edition name, or delete the file.")),
        OwnEditionFault.ReplacesForeign => (
            "replaces",
            ($"replaces写的“{edition.Replaces?.Slug}”（{edition.Replaces?.Edition}）不是本单位这份标准的版本。", $"'{edition.Replaces?.Slug}' ({edition.Replaces?.Edition}) is no edition of this document of the unit."),
            ("写本单位同一标准的上一个版本，或者删除replaces。国家的标准不由课程替代。", "Name the last edition of the same document, or remove 'replaces'. A course replaces no national standard.")),
        OwnEditionFault.ReplacesMissing => (
            "slug",
            ("这份标准已有第一个版本。", "The document has a first edition already."),
            ("用replaces写明替代哪个版本，或者换一个编号。", "Say with 'replaces' which edition it replaces, or take another number.")),
        OwnEditionFault.SucceededAlready => (
            "replaces",
            ("被替代的版本已有新版本。", "The replaced edition has a successor already."),
            ("改为替代最新的版本。", "Replace the newest edition.")),
        OwnEditionFault.BeingWritten => (
            "slug",
            ("标准库里正在编写这份标准。", "This document is being written in the library."),
            ("先在标准库里发布或者删除那份草稿，或者换一个编号。", "Publish or delete that draft first, or take another number.")),
        _ => throw new UnreachableException(),
    };

    private static string CodeOf(OwnEditionFault fault) =>
        string.Concat(fault.ToString().Select((letter, index) => char.IsUpper(letter) ? $"{(index > 0 ? "-" : "")}{char.ToLowerInvariant(letter)}" : letter.ToString()));
}
