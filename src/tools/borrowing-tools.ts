/** The tools for loans, mortgages, card payments and credit, each handed the one power it needs. */
import type { Bank } from '#bank/bank.ts';
import { getAccountDetails } from './banking/account-details.ts';
import { calculatePayoff } from './banking/calculate-payoff.ts';
import { checkCreditScore } from './banking/check-credit-score.ts';
import { checkLoanBalance } from './banking/check-loan-balance.ts';
import { checkRates } from './banking/check-rates.ts';
import { fileDispute } from './banking/file-dispute.ts';
import { requestLimitIncrease } from './banking/limit-increase.ts';
import { getMortgageDetails } from './banking/mortgage-details.ts';
import { getTransactionDetails } from './banking/transaction-details.ts';
import type { Tool } from './tool.ts';

export function borrowingTools({ loans, rates, transactions, disputes, credit }: Bank): Tool[] {
  return [
    checkLoanBalance(loans),
    calculatePayoff(loans),
    getAccountDetails(loans),
    getMortgageDetails(loans),
    checkRates(rates, loans),
    getTransactionDetails(transactions),
    fileDispute(disputes),
    checkCreditScore(credit),
    requestLimitIncrease(credit),
  ];
}
