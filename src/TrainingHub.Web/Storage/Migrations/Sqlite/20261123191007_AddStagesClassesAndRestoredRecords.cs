using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddStagesClassesAndRestoredRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "AgreedAt",
                table: "UnitListImports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ConfirmedBy",
                table: "UnitListImports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Done",
                table: "UnitListImports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "DoneBefore",
                table: "UnitListImports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Faults",
                table: "UnitListImports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Late",
                table: "UnitListImports",
                type: "TEXT",
                maxLength: 100000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "LeaseOwner",
                table: "UnitListImports",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LeasedUntil",
                table: "UnitListImports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RefusedLate",
                table: "UnitListImports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "StartedAt",
                table: "UnitListImports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RestoreReason",
                table: "TrainingRecords",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RestoredBy",
                table: "TrainingRecords",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RestoresId",
                table: "TrainingRecords",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "KeepsSheets",
                table: "SpeechJudges",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "LeftAt",
                table: "SpeechJudges",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LeftBecause",
                table: "SpeechJudges",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "LeftBy",
                table: "SpeechJudges",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MediaType",
                table: "SpeechEntries",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Uploads",
                table: "SpeechEntries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Marker",
                table: "SessionPaperSheets",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Marks",
                table: "SessionPaperSheets",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "WaitsForMarks",
                table: "SessionPaperSheets",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsConsequence",
                table: "Revocations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "CreditDomain",
                table: "Contests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "CreditMinutes",
                table: "Contests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "FirstPrizes",
                table: "Contests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "PictureSecret",
                table: "Contests",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SecondPrizes",
                table: "Contests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Stage",
                table: "Contests",
                type: "TEXT",
                maxLength: 20000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ThirdPrizes",
                table: "Contests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "BankQuestions",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ContestCredits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContestCredits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ContestDeviceEntries",
                columns: table => new
                {
                    ContestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Seat = table.Column<int>(type: "INTEGER", nullable: false),
                    Item = table.Column<int>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Amount = table.Column<int>(type: "INTEGER", nullable: true),
                    ClientId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContestDeviceEntries", x => new { x.ContestId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "KeptProposals",
                columns: table => new
                {
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ComputedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    Steps = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LeaseOwner = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Faults = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptProposals", x => new { x.PlanId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_KeptProposals_BatchPlans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "BatchPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SpeechRecordings",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpeechRecordings", x => x.EntryId);
                    table.ForeignKey(
                        name: "FK_SpeechRecordings_SpeechEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "SpeechEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_UnitListImports_State",
                table: "UnitListImports",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingRecords_RestoresId",
                table: "TrainingRecords",
                column: "RestoresId",
                unique: true,
                filter: "\"RestoresId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_BankQuestions_Origin",
                table: "BankQuestions",
                column: "Origin");

            migrationBuilder.CreateIndex(
                name: "IX_ContestCredits_ContestId_PersonId",
                table: "ContestCredits",
                columns: new[] { "ContestId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContestCredits_PersonId",
                table: "ContestCredits",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ContestDeviceEntries_ContestId_Kind_Seat_Item",
                table: "ContestDeviceEntries",
                columns: new[] { "ContestId", "Kind", "Seat", "Item" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KeptProposals_ComputedAt",
                table: "KeptProposals",
                column: "ComputedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ContestCredits");

            migrationBuilder.DropTable(
                name: "ContestDeviceEntries");

            migrationBuilder.DropTable(
                name: "KeptProposals");

            migrationBuilder.DropTable(
                name: "SpeechRecordings");

            migrationBuilder.DropIndex(
                name: "IX_UnitListImports_State",
                table: "UnitListImports");

            migrationBuilder.DropIndex(
                name: "IX_TrainingRecords_RestoresId",
                table: "TrainingRecords");

            migrationBuilder.DropIndex(
                name: "IX_BankQuestions_Origin",
                table: "BankQuestions");

            migrationBuilder.DropColumn(
                name: "AgreedAt",
                table: "UnitListImports");

            migrationBuilder.DropColumn(
                name: "ConfirmedBy",
                table: "UnitListImports");

            migrationBuilder.DropColumn(
                name: "Done",
                table: "UnitListImports");

            migrationBuilder.DropColumn(
                name: "DoneBefore",
                table: "UnitListImports");

            migrationBuilder.DropColumn(
                name: "Faults",
                table: "UnitListImports");

            migrationBuilder.DropColumn(
                name: "Late",
                table: "UnitListImports");

            migrationBuilder.DropColumn(
                name: "LeaseOwner",
                table: "UnitListImports");

            migrationBuilder.DropColumn(
                name: "LeasedUntil",
                table: "UnitListImports");

            migrationBuilder.DropColumn(
                name: "RefusedLate",
                table: "UnitListImports");

            migrationBuilder.DropColumn(
                name: "StartedAt",
                table: "UnitListImports");

            migrationBuilder.DropColumn(
                name: "RestoreReason",
                table: "TrainingRecords");

            migrationBuilder.DropColumn(
                name: "RestoredBy",
                table: "TrainingRecords");

            migrationBuilder.DropColumn(
                name: "RestoresId",
                table: "TrainingRecords");

            migrationBuilder.DropColumn(
                name: "KeepsSheets",
                table: "SpeechJudges");

            migrationBuilder.DropColumn(
                name: "LeftAt",
                table: "SpeechJudges");

            migrationBuilder.DropColumn(
                name: "LeftBecause",
                table: "SpeechJudges");

            migrationBuilder.DropColumn(
                name: "LeftBy",
                table: "SpeechJudges");

            migrationBuilder.DropColumn(
                name: "MediaType",
                table: "SpeechEntries");

            migrationBuilder.DropColumn(
                name: "Uploads",
                table: "SpeechEntries");

            migrationBuilder.DropColumn(
                name: "Marker",
                table: "SessionPaperSheets");

            migrationBuilder.DropColumn(
                name: "Marks",
                table: "SessionPaperSheets");

            migrationBuilder.DropColumn(
                name: "WaitsForMarks",
                table: "SessionPaperSheets");

            migrationBuilder.DropColumn(
                name: "IsConsequence",
                table: "Revocations");

            migrationBuilder.DropColumn(
                name: "CreditDomain",
                table: "Contests");

            migrationBuilder.DropColumn(
                name: "CreditMinutes",
                table: "Contests");

            migrationBuilder.DropColumn(
                name: "FirstPrizes",
                table: "Contests");

            migrationBuilder.DropColumn(
                name: "PictureSecret",
                table: "Contests");

            migrationBuilder.DropColumn(
                name: "SecondPrizes",
                table: "Contests");

            migrationBuilder.DropColumn(
                name: "Stage",
                table: "Contests");

            migrationBuilder.DropColumn(
                name: "ThirdPrizes",
                table: "Contests");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "BankQuestions");
        }
    }
}
