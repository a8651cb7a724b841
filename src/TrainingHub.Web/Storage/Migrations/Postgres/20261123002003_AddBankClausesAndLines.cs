using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddBankClausesAndLines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CaseId",
                table: "BankQuestions",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "UndoOf",
                table: "BankJobs",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BankClauses",
                columns: table => new
                {
                    BankQuestionId = table.Column<Guid>(type: "uuid", nullable: false),
                    StandardSlug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Edition = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ClauseNumber = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankClauses", x => new { x.BankQuestionId, x.StandardSlug, x.Edition, x.ClauseNumber });
                    table.ForeignKey(
                        name: "FK_BankClauses_BankQuestions_BankQuestionId",
                        column: x => x.BankQuestionId,
                        principalTable: "BankQuestions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BankJobLines",
                columns: table => new
                {
                    BankJobId = table.Column<Guid>(type: "uuid", nullable: false),
                    BankQuestionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Outcome = table.Column<int>(type: "integer", nullable: false),
                    Reasons = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Before = table.Column<string>(type: "character varying(16000)", maxLength: 16000, nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankJobLines", x => new { x.BankJobId, x.BankQuestionId });
                    table.ForeignKey(
                        name: "FK_BankJobLines_BankJobs_BankJobId",
                        column: x => x.BankJobId,
                        principalTable: "BankJobs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_BankJobLines_BankQuestions_BankQuestionId",
                        column: x => x.BankQuestionId,
                        principalTable: "BankQuestions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BankQuestions_OwnerId_CaseId",
                table: "BankQuestions",
                columns: new[] { "OwnerId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_BankJobs_UndoOf",
                table: "BankJobs",
                column: "UndoOf");

            migrationBuilder.CreateIndex(
                name: "IX_BankClauses_StandardSlug_Edition_ClauseNumber_BankQuestionId",
                table: "BankClauses",
                columns: new[] { "StandardSlug", "Edition", "ClauseNumber", "BankQuestionId" });

            migrationBuilder.CreateIndex(
                name: "IX_BankJobLines_BankJobId_Outcome_BankQuestionId",
                table: "BankJobLines",
                columns: new[] { "BankJobId", "Outcome", "BankQuestionId" });

            migrationBuilder.CreateIndex(
                name: "IX_BankJobLines_BankQuestionId",
                table: "BankJobLines",
                column: "BankQuestionId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BankClauses");

            migrationBuilder.DropTable(
                name: "BankJobLines");

            migrationBuilder.DropIndex(
                name: "IX_BankQuestions_OwnerId_CaseId",
                table: "BankQuestions");

            migrationBuilder.DropIndex(
                name: "IX_BankJobs_UndoOf",
                table: "BankJobs");

            migrationBuilder.DropColumn(
                name: "CaseId",
                table: "BankQuestions");

            migrationBuilder.DropColumn(
                name: "UndoOf",
                table: "BankJobs");
        }
    }
}
